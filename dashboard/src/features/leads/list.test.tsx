import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { noAnswer, ok, on, refusal, silence } from "@/testing/api";
import { violations } from "@/testing/axe";
import { browser } from "@/testing/browser";
import { aLead, aMe, dana, sam } from "@/testing/builders";
import { givenLeads, listedNames } from "@/testing/leads";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

describe("given leads", () => {
  test("then each shows contact, stage, owner, source and time", async () => {
    givenLeads(aLead({ name: "Maria Lopez", email: "maria@example.com", assignedTo: sam }));
    open("/leads");
    const table = within(await screen.findByRole("table", { name: "Leads, newest first" }));
    expect(table.getByRole("link", { name: "(415) 555-0132" })).toHaveAttribute("href", "tel:+14155550132");
    expect(table.getByRole("link", { name: "maria@example.com" })).toBeVisible();
    expect(table.getByRole("button", { name: "Stage of Maria Lopez: New" })).toBeVisible();
    expect(table.getByRole("button", { name: "Owner of Maria Lopez: Sam Okafor" })).toBeVisible();
    expect(table.getByText("From a call")).toBeVisible();
    expect(table.getByText("Nov 20")).toHaveAttribute("title", expect.stringContaining("9:42 AM CST"));
    expect(screen.getByText("1 lead")).toBeVisible();
    expect(document.title).toBe("Leads · HEKAX Phone");
    expect(await violations()).toEqual([]);
  });

  test("when the screen is a phone's, then they are cards with the same actions", async () => {
    browser.beNarrow();
    givenLeads(aLead({ name: "Maria Lopez" }));
    open("/leads");
    const cards = within(await screen.findByRole("list", { name: "Leads, newest first" }));
    expect(cards.getByRole("button", { name: "Stage of Maria Lopez: New" })).toBeVisible();
    expect(cards.getByRole("button", { name: "Owner of Maria Lopez: Nobody" })).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test("when there are older ones, then they are loaded on demand", async () => {
    server.use(
      on("get", "/api/leads", ({ query }) =>
        query.get("cursor") === "older"
          ? ok({ items: [aLead({ name: "Older" })], next: null })
          : ok({ items: [aLead({ name: "Newer" })], next: "older" }),
      ),
    );
    const { user } = open("/leads");
    expect(await screen.findByText("1+ leads")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Load older" }));
    expect(await screen.findByText("2 leads")).toBeVisible();
    expect(listedNames()).toEqual(["Newer", "Older"]);
    expect(screen.queryByRole("button", { name: "Load older" })).not.toBeInTheDocument();
  });

  test("when loading older ones fails, then what is shown stays and it can be tried again", async () => {
    server.use(
      on("get", "/api/leads", ({ query }) =>
        query.has("cursor")
          ? refusal(400, "BAD_CURSOR")
          : ok({ items: [aLead({ name: "Newer" })], next: "older" }),
      ),
    );
    const { user } = open("/leads");
    await user.click(await screen.findByRole("button", { name: "Load older" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("We could not load older leads");
    expect(listedNames()).toEqual(["Newer"]);
    expect(screen.getByRole("button", { name: "Load older" })).toBeEnabled();
    expect(await violations()).toEqual([]);
  });
});

describe("given the address of one lead", () => {
  test("then its row is the marked one", async () => {
    const lead = aLead({ name: "Priya Shah" });
    givenLeads(aLead(), lead);
    open(`/leads#lead-${lead.id}`);
    const groups = within(await screen.findByRole("table")).getAllByRole("rowgroup");
    const marked = groups.filter((group) => group.getAttribute("aria-current") === "true");
    expect(marked).toHaveLength(1);
    expect(marked[0]).toHaveTextContent("Priya Shah");
    expect(await violations()).toEqual([]);
  });
});

describe("given filters in the address", () => {
  test("then the server is asked for just those leads", async () => {
    const asked: string[] = [];
    server.use(
      on("get", "/api/leads", ({ query }) => {
        asked.push(query.toString());
        return ok({
          items: [aLead({ stage: "WON", assignedTo: { userId: dana.id, name: dana.name } })],
          next: null,
        });
      }),
    );
    open("/leads?stage=WON&source=CALL&owner=me");
    await screen.findByRole("table");
    expect(asked[0]).toBe(`stage=WON&source=CALL&assignedTo=${dana.id}`);
  });

  test("when a value does not exist, then it does not filter", async () => {
    const asked: string[] = [];
    server.use(
      on("get", "/api/leads", ({ query }) => {
        asked.push(query.toString());
        return ok({ items: [aLead()], next: null });
      }),
    );
    open("/leads?stage=PURPLE&owner=nobody");
    await screen.findByRole("table");
    expect(asked[0]).toBe("assignedTo=nobody");
  });

  test("when nothing matches, then the filters can be cleared", async () => {
    server.use(
      on("get", "/api/leads", ({ query }) =>
        ok({ items: query.has("stage") ? [] : [aLead({ name: "Maria Lopez" })], next: null }),
      ),
    );
    const { user, address } = open("/leads?stage=LOST");
    expect(await screen.findByRole("heading", { name: "No leads match these filters" })).toBeVisible();
    expect(await violations()).toEqual([]);
    const [clear] = screen.getAllByRole("button", { name: "Clear filters" });
    await user.click(clear as HTMLElement);
    expect(await screen.findByText("Maria Lopez")).toBeVisible();
    expect(address()).toBe("/leads");
  });

  test("when a filter is chosen, then the address carries it and the old rows stay meanwhile", async () => {
    server.use(
      on("get", "/api/leads", ({ query }) =>
        query.has("source") ? silence() : ok({ items: [aLead()], next: null }),
      ),
    );
    const { user, address } = open("/leads?stage=NEW");
    await user.click(await screen.findByRole("button", { name: "Source: Any source" }));
    await user.click(screen.getByRole("menuitemradio", { name: "Added by hand" }));
    expect(await screen.findByRole("button", { name: "Source: Added by hand" })).toBeVisible();
    expect(address()).toBe("/leads?stage=NEW&source=MANUAL");
    expect(screen.getByRole("region", { name: "Leads" })).toHaveAttribute("aria-busy", "true");
    expect(listedNames()).toEqual(["Maria Lopez"]);
  });
});

describe("given no leads yet", () => {
  test("then the page says what will be here and offers one action", async () => {
    open("/leads");
    expect(await screen.findByRole("heading", { name: "Your leads will appear here" })).toBeVisible();
    expect(
      within(screen.getByRole("region", { name: "Leads" })).getByRole("button", { name: "New lead" }),
    ).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});

describe("given an answer that does not come", () => {
  test("then the region is busy and has the shape of the list", async () => {
    server.use(on("get", "/api/leads", silence));
    open("/leads");
    expect(await screen.findByText("Loading leads")).toBeInTheDocument();
    expect(screen.getByText("Loading leads").parentElement).toHaveAttribute("aria-busy", "true");
    expect(await violations()).toEqual([]);
  });
});

describe("given a server that fails", () => {
  test("then the page says what still works, names the request and can try again", async () => {
    server.use(on("get", "/api/leads", () => refusal(400, "BAD", { requestId: "req-42" })));
    const { user } = open("/leads");
    expect(await screen.findByRole("alert")).toHaveTextContent("We could not load your leads");
    expect(screen.getByRole("alert")).toHaveTextContent("Calls are still answered");
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Copy request id" }));
    expect(await navigator.clipboard.readText()).toBe("req-42");

    givenLeads(aLead({ name: "Maria Lopez" }));
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Maria Lopez")).toBeVisible();
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  test("when there were rows before, then they stay, with their age", async () => {
    let broken = false;
    server.use(
      on("get", "/api/leads", () =>
        broken ? refusal(403, "FORBIDDEN") : ok({ items: [aLead({ name: "Maria Lopez" })], next: null }),
      ),
    );
    open("/leads");
    await screen.findByText("Maria Lopez");
    broken = true;
    window.dispatchEvent(new Event("visibilitychange"));
    document.dispatchEvent(new Event("visibilitychange"));
    expect(await screen.findByRole("alert")).toHaveTextContent("We could not refresh your leads");
    expect(screen.getByText("Maria Lopez")).toBeVisible();
    expect(screen.getByText(/^Updated \d/)).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});

describe("given a device without network", () => {
  test("then rows stay, with their age, and changes are refused with a reason", async () => {
    givenLeads(aLead({ name: "Maria Lopez" }));
    open("/leads");
    await screen.findByText("Maria Lopez");
    server.use(on("get", "/api/leads", noAnswer));
    browser.goOffline();
    expect(await screen.findByText(/^You are offline. You see what was last loaded/)).toBeVisible();
    expect(screen.getByText(/^Updated \d/)).toBeVisible();
    expect(screen.getByRole("button", { name: "New lead" })).toBeDisabled();
    expect(screen.getByRole("button", { name: "New lead" })).toHaveAttribute(
      "title",
      expect.stringContaining("offline"),
    );
    expect(screen.getByRole("button", { name: "Stage of Maria Lopez: New" })).toBeDisabled();
    expect(await violations()).toEqual([]);
  });
});

describe("given somebody with fewer rights", () => {
  test("when they may not read leads, then the page names who can help and the rail hides it", async () => {
    server.use(on("get", "/api/me", () => ok(aMe({ permissions: [] }))));
    open("/leads");
    expect(await screen.findByRole("heading", { name: "You do not have access to leads" })).toBeVisible();
    expect(screen.getByText("Ask an owner or admin of Bright Dental to give you access.")).toBeVisible();
    expect(screen.queryByRole("link", { name: "Leads" })).not.toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  test("when they may only read, then nothing offers a change", async () => {
    server.use(on("get", "/api/me", () => ok(aMe({ permissions: ["LEADS_READ"] }))));
    givenLeads(aLead({ name: "Maria Lopez" }));
    open("/leads");
    await screen.findByText("Maria Lopez");
    expect(screen.queryByRole("button", { name: "New lead" })).not.toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /^Stage of/ })).not.toBeInTheDocument();
    expect(within(screen.getByRole("table")).getByText("New")).toBeVisible();
  });

  test("when they may change only their own leads and nobody's, then others' offer no change", async () => {
    server.use(
      on("get", "/api/me", () => ok(aMe({ role: "AGENT", permissions: ["LEADS_READ", "LEADS_WRITE"] }))),
    );
    givenLeads(
      aLead({ name: "Mine", assignedTo: { userId: dana.id, name: dana.name } }),
      aLead({ name: "Free" }),
      aLead({ name: "Taken", assignedTo: sam }),
    );
    open("/leads");
    await screen.findByText("Taken");
    expect(screen.getByRole("button", { name: "Stage of Mine: New" })).toBeVisible();
    expect(screen.getByRole("button", { name: "Owner of Free: Nobody" })).toBeVisible();
    expect(screen.queryByRole("button", { name: /Taken/ })).not.toBeInTheDocument();
    expect(screen.getByText("Sam Okafor")).toBeVisible();
  });
});
