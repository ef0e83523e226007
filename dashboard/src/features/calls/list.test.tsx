import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { noAnswer, ok, on, refusal, silence } from "@/testing/api";
import { violations } from "@/testing/axe";
import { browser } from "@/testing/browser";
import { aCall, aLead, aLiveCall, aMe, anId } from "@/testing/builders";
import { givenCalls } from "@/testing/calls";
import { givenLeads } from "@/testing/leads";
import { open } from "@/testing/render";
import { server } from "@/testing/server";
import type { Call } from "./filters";

function listedNumbers(): string[] {
  return within(screen.getByRole("main"))
    .getAllByRole("rowheader")
    .map((cell) => cell.querySelector("a")?.textContent ?? "");
}

/** Answers with these calls, and remembers what the list, not the strip, asked for. */
function givenAsked(answer: (query: URLSearchParams) => Call[]) {
  const asked: URLSearchParams[] = [];
  server.use(
    on("get", "/api/calls", ({ query }) => {
      if (query.has("live")) {
        return ok({ items: [], next: null });
      }
      asked.push(query);
      return ok({ items: answer(query), next: null });
    }),
  );
  return asked;
}

describe("given calls", () => {
  test("then each shows who, outcome, length, time and the way to its lead", async () => {
    const lead = aLead({ name: "Maria Lopez" });
    givenLeads(lead);
    givenCalls(
      aCall({ outcome: "LEAD_CAPTURED", leadId: lead.id }),
      aCall({ from: null, outcome: "TRANSFERRED", transferredTo: "Dana Cole" }),
      aCall({ outcome: "MISSED", talkSeconds: 0 }),
    );
    open("/calls");
    const table = within(await screen.findByRole("table", { name: "Calls, newest first" }));
    const rows = table.getAllByRole("row").slice(1);
    const [captured, passed, missed] = rows.map((row) => within(row));
    expect(await captured?.findByRole("link", { name: "Maria Lopez" })).toHaveAttribute(
      "href",
      expect.stringMatching(/^\/calls\//),
    );
    expect(captured?.getByText("(415) 555-0132")).toBeVisible();
    expect(captured?.getByText("Lead captured")).toBeVisible();
    expect(captured?.getByText("4 minutes 12 seconds")).toBeInTheDocument();
    expect(captured?.getByText("Nov 20")).toHaveAttribute("title", expect.stringContaining("9:42 AM CST"));
    expect(captured?.getByRole("link", { name: "See lead" })).toHaveAttribute(
      "href",
      `/leads#lead-${lead.id}`,
    );
    expect(passed?.getByRole("link", { name: "Private number" })).toBeVisible();
    expect(passed?.getByText("Put through to Dana Cole")).toBeVisible();
    expect(missed?.getByText("Missed")).toBeVisible();
    expect(missed?.getByText("Not answered")).toBeVisible();
    expect(missed?.queryByRole("link", { name: "See lead" })).not.toBeInTheDocument();
    expect(screen.getByText("3 calls")).toBeVisible();
    expect(document.title).toBe("Calls · HEKAX Phone");
    expect(await violations()).toEqual([]);
  });

  test("when one still goes on, then its row says where it stands and counts", async () => {
    givenCalls(aLiveCall({ stage: "TRANSFERRING", stagePerson: "Dana Cole" }));
    open("/calls");
    const table = within(await screen.findByRole("table"));
    expect(table.getByText("Ringing Dana Cole")).toBeVisible();
    expect(table.getByText(/^1 minute 1\d seconds$/)).toBeInTheDocument();
  });

  test("when the screen is a phone's, then they are cards of the same", async () => {
    browser.beNarrow();
    givenCalls(aCall({ outcome: "VOICEMAIL_LEFT" }));
    open("/calls");
    const cards = within(await screen.findByRole("list", { name: "Calls, newest first" }));
    expect(cards.getByRole("link", { name: "(415) 555-0132" })).toBeVisible();
    expect(cards.getByText("Voicemail left")).toBeVisible();
    expect(cards.getByText("4 minutes 12 seconds")).toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  test("when the screen is a phone's, then the filters are behind a button", async () => {
    browser.beNarrow();
    givenCalls(aCall());
    const { user, address } = open("/calls");
    await screen.findByRole("list", { name: "Calls, newest first" });
    expect(screen.queryByRole("button", { name: /^Outcome/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Filters" }));
    await user.click(screen.getByRole("button", { name: "Outcome: Any outcome" }));
    await user.click(screen.getByRole("menuitemradio", { name: "Answered" }));
    expect(address()).toBe("/calls?outcome=ANSWERED");
    expect(await violations()).toEqual([]);
  });

  test("when j and k are pressed, then the focus goes along the rows, and Enter opens one", async () => {
    const [first, second] = [aCall({ from: "+14155550111" }), aCall({ from: "+14155550122" })];
    givenCalls(first, second);
    const { user, address } = open("/calls?direction=INBOUND");
    const firstLink = await screen.findByRole("link", { name: "(415) 555-0111" });
    await user.keyboard("j");
    expect(firstLink).toHaveFocus();
    await user.keyboard("j");
    expect(screen.getByRole("link", { name: "(415) 555-0122" })).toHaveFocus();
    await user.keyboard("k");
    expect(firstLink).toHaveFocus();
    await user.keyboard("j{Enter}");
    expect(address()).toBe(`/calls/${second.id}?direction=INBOUND`);
  });

  test("when j is typed into a field, then it is only typed", async () => {
    givenCalls(aCall());
    const { user } = open("/calls");
    await screen.findByRole("table");
    await user.type(screen.getByLabelText("Number"), "j");
    expect(screen.getByLabelText("Number")).toHaveFocus();
  });

  test("when there are older ones, then they are loaded on demand", async () => {
    server.use(
      on("get", "/api/calls", ({ query }) =>
        query.get("cursor") === "older"
          ? ok({ items: [aCall({ from: "+14155550100" })], next: null })
          : ok({ items: [aCall()], next: query.has("live") ? null : "older" }),
      ),
    );
    const { user } = open("/calls");
    expect(await screen.findByText("1+ calls")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Load older" }));
    expect(await screen.findByText("2 calls")).toBeVisible();
    expect(listedNumbers()).toEqual(["(415) 555-0132", "(415) 555-0100"]);
  });

  test("when loading older ones fails, then what is shown stays and it can be tried again", async () => {
    server.use(
      on("get", "/api/calls", ({ query }) =>
        query.has("cursor") ? refusal(400, "BAD_CURSOR") : ok({ items: [aCall()], next: "older" }),
      ),
    );
    const { user } = open("/calls");
    await user.click(await screen.findByRole("button", { name: "Load older" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("We could not load older calls");
    expect(listedNumbers()).toEqual(["(415) 555-0132"]);
    expect(screen.getByRole("button", { name: "Load older" })).toBeEnabled();
  });
});

describe("given filters in the address", () => {
  test("then the server is asked for just those calls, by the business's days", async () => {
    const asked = givenAsked(() => [aCall()]);
    open(
      "/calls?outcome=LEAD_CAPTURED&direction=INBOUND&from=2026-11-20&to=2026-11-21&caller=%2B14155550132",
    );
    await screen.findByRole("table");
    expect(Object.fromEntries(asked[0] ?? [])).toEqual({
      outcome: "LEAD_CAPTURED",
      direction: "INBOUND",
      startedFrom: "2026-11-20T06:00:00.000Z",
      startedBefore: "2026-11-22T06:00:00.000Z",
      caller: "+14155550132",
    });
    expect(screen.getByLabelText("From")).toHaveValue("2026-11-20");
    expect(screen.getByLabelText("Number")).toHaveValue("(415) 555-0132");
  });

  test("when values do not exist, then they do not filter", async () => {
    const asked = givenAsked(() => [aCall()]);
    open("/calls?outcome=PURPLE&from=2026-02-30&caller=me&direction=OUTBOUND");
    await screen.findByRole("table");
    expect(asked[0]?.toString()).toBe("direction=OUTBOUND");
  });

  test("when nothing matches, then the filters can be cleared", async () => {
    givenAsked((query) => (query.has("outcome") ? [] : [aCall()]));
    const { user, address } = open("/calls?outcome=MISSED");
    expect(await screen.findByRole("heading", { name: "No calls match these filters" })).toBeVisible();
    expect(await violations()).toEqual([]);
    const [clear] = screen.getAllByRole("button", { name: "Clear filters" });
    await user.click(clear as HTMLElement);
    expect(await screen.findByRole("table")).toBeVisible();
    expect(address()).toBe("/calls");
  });

  test("when a filter is chosen, then the address carries it and the old rows stay meanwhile", async () => {
    server.use(
      on("get", "/api/calls", ({ query }) =>
        query.has("outcome") ? silence() : ok({ items: query.has("live") ? [] : [aCall()], next: null }),
      ),
    );
    const { user, address } = open("/calls");
    await user.click(await screen.findByRole("button", { name: "Outcome: Any outcome" }));
    await user.click(screen.getByRole("menuitemradio", { name: "Message taken" }));
    expect(await screen.findByRole("button", { name: "Outcome: Message taken" })).toBeVisible();
    expect(address()).toBe("/calls?outcome=MESSAGE_TAKEN");
    expect(screen.getByRole("region", { name: "Calls" })).toHaveAttribute("aria-busy", "true");
    expect(listedNumbers()).toEqual(["(415) 555-0132"]);
  });

  test("when a number is asked for in any form, then it filters; a wrong one is refused with words", async () => {
    const asked = givenAsked(() => [aCall()]);
    const { user, address } = open("/calls");
    await screen.findByRole("table");
    await user.type(screen.getByLabelText("Number"), "415{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent("Enter a full phone number");
    expect(await violations()).toEqual([]);
    expect(address()).toBe("/calls");
    await user.clear(screen.getByLabelText("Number"));
    await user.type(screen.getByLabelText("Number"), "415.555.0132");
    await user.click(screen.getByRole("button", { name: "Find number" }));
    expect(await screen.findByRole("button", { name: "Clear filters" })).toBeVisible();
    expect(asked.at(-1)?.get("caller")).toBe("+14155550132");
  });
});

describe("given no calls yet", () => {
  test("then the page says what will be here", async () => {
    open("/calls");
    expect(await screen.findByRole("heading", { name: "Your calls will appear here" })).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});

describe("given an answer that does not come", () => {
  test("then the region is busy and has the shape of the list", async () => {
    server.use(on("get", "/api/calls", silence));
    open("/calls");
    const label = await screen.findByText("Loading calls");
    expect(label.parentElement).toHaveAttribute("aria-busy", "true");
    expect(await violations()).toEqual([]);
  });
});

describe("given a server that fails", () => {
  test("then the page says what still works, names the request and can try again", async () => {
    server.use(on("get", "/api/calls", () => refusal(400, "BAD", { requestId: "req-42" })));
    const { user } = open("/calls");
    expect(await screen.findByRole("alert")).toHaveTextContent("We could not load your calls");
    expect(screen.getByRole("alert")).toHaveTextContent("Calls are still answered");
    expect(screen.getByRole("button", { name: "Copy request id" })).toHaveAttribute("title", "req-42");
    expect(await violations()).toEqual([]);
    givenCalls(aCall());
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("table")).toBeVisible();
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  test("when there were rows before, then they stay, with their age", async () => {
    let broken = false;
    server.use(
      on("get", "/api/calls", () =>
        broken ? refusal(403, "FORBIDDEN") : ok({ items: [aCall()], next: null }),
      ),
    );
    open("/calls");
    await screen.findByRole("table");
    broken = true;
    document.dispatchEvent(new Event("visibilitychange"));
    window.dispatchEvent(new Event("visibilitychange"));
    expect(await screen.findByRole("alert")).toHaveTextContent("We could not refresh your calls");
    expect(listedNumbers()).toEqual(["(415) 555-0132"]);
    expect(screen.getByText(/^Updated \d/)).toBeVisible();
  });
});

describe("given a device without network", () => {
  test("then rows stay, with their age", async () => {
    givenCalls(aCall());
    open("/calls");
    await screen.findByRole("table");
    server.use(on("get", "/api/calls", noAnswer));
    browser.goOffline();
    expect(await screen.findByText(/^You are offline. You see what was last loaded/)).toBeVisible();
    expect(screen.getByText(/^Updated \d/)).toBeVisible();
    expect(listedNumbers()).toEqual(["(415) 555-0132"]);
    expect(await violations()).toEqual([]);
  });
});

describe("given somebody who may not read calls", () => {
  test("then the page names who can help, the rail hides it, and nothing is asked for", async () => {
    const asked = givenAsked(() => [aCall()]);
    server.use(on("get", "/api/me", () => ok(aMe({ permissions: ["LEADS_READ"] }))));
    open(`/calls?caller=${anId()}`);
    expect(await screen.findByRole("heading", { name: "You do not have access to calls" })).toBeVisible();
    expect(screen.queryByRole("link", { name: "Calls" })).not.toBeInTheDocument();
    expect(asked).toEqual([]);
    expect(await violations()).toEqual([]);
  });
});
