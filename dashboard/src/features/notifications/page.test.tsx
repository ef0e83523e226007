import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { components } from "@/api/types";
import { ok, on, type Reply, refusal, silence } from "@/testing/api";
import { violations } from "@/testing/axe";
import { browser } from "@/testing/browser";
import { aMe, sam } from "@/testing/builders";
import { anArrival, aWait, card } from "@/testing/integrations";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

type EmailEventType = components["schemas"]["EmailEventType"];
type EmailDelivery = components["schemas"]["EmailDelivery"];
type EmailPreferences = components["schemas"]["EmailPreferences"];

const ADDRESS = "/settings/notifications";

/** Somebody who has no right but to be here. */
function givenAnAgent() {
  server.use(on("get", "/api/me", () => ok(aMe({ role: "AGENT", permissions: ["CALLS_READ"] }))));
}

function givenSent(...items: EmailDelivery[]) {
  server.use(on("get", "/api/notifications/email/deliveries", () => ok({ items, next: null })));
}

type Saving = (wanted: EmailPreferences) => Promise<Reply<EmailPreferences>> | Reply<EmailPreferences>;

/** A server that keeps what is chosen, unless `saving` has another idea; gives what it was asked to keep. */
function givenChosen(chosen: EmailEventType[], saving: Saving = ok) {
  let kept: EmailPreferences = { eventTypes: chosen };
  const asked: EmailEventType[][] = [];
  const keys = new Set<string | null>();
  server.use(
    on("get", "/api/notifications/email/preferences", () => ok(kept)),
    on("put", "/api/notifications/email/preferences", async ({ body, headers }) => {
      asked.push(body.eventTypes);
      keys.add(headers.get("Idempotency-Key"));
      const reply = await saving(body);
      if (reply.response.ok) {
        kept = body;
      }
      return reply;
    }),
  );
  return { asked, keys };
}

const box = (name: string) => screen.findByRole("checkbox", { name });

describe("given a member", () => {
  test("then the page says in plain words what they get, and nothing of the others", async () => {
    givenAnAgent();
    givenChosen(["VOICEMAIL_LEFT"]);
    open(ADDRESS);
    expect(await box("Voicemails")).toBeChecked();
    expect(await box("Voicemails")).toHaveAccessibleDescription(
      "Nobody could take the call, so it was recorded.",
    );
    for (const name of ["New leads", "Messages", "Lost connections", "What HubSpot refuses"]) {
      expect(await box(name)).not.toBeChecked();
    }
    expect(screen.getByText(/dana@brightdental\.example/)).toBeVisible();
    expect(screen.queryByRole("region", { name: "E-mails to everybody" })).not.toBeInTheDocument();
    expect(screen.queryByRole("link", { name: /Integrations/ })).not.toBeInTheDocument();
    expect(document.title).toBe("Notifications · HEKAX Phone");
    expect(await violations()).toEqual([]);
  });

  test("when they come from another page, then the account menu leads here", async () => {
    givenAnAgent();
    givenChosen([]);
    const { user, address } = open("/calls");
    await user.click(await screen.findByRole("button", { name: "Account of Dana Whitfield" }));
    await user.click(screen.getByRole("menuitem", { name: "Notifications" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Notifications" })).toBeVisible();
    expect(address()).toBe(ADDRESS);
  });

  test("when they choose, then it is saved at once, with a tick", async () => {
    givenAnAgent();
    const { asked, keys } = givenChosen(["VOICEMAIL_LEFT"]);
    const { user } = open(ADDRESS);
    await user.click(await box("Messages"));
    expect(await screen.findByText("Saved")).toBeVisible();
    expect(screen.getByText("Saved: e-mails about messages")).toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await user.click(await box("Voicemails"));
    expect(await screen.findByText("Saved: no e-mails about voicemails")).toBeInTheDocument();
    expect(await box("Messages")).toBeChecked();
    expect(await box("Voicemails")).not.toBeChecked();
    expect(asked).toEqual([["VOICEMAIL_LEFT", "MESSAGE_TAKEN"], ["MESSAGE_TAKEN"]]);
    expect(keys.size).toBe(2);
  });

  test("when they choose faster than it is saved, then nothing is lost", async () => {
    givenAnAgent();
    let saveFirst: (() => void) | undefined;
    const { asked } = givenChosen([], async (wanted) => {
      if (saveFirst === undefined) {
        await new Promise<void>((resolve) => {
          saveFirst = resolve;
        });
      }
      return ok(wanted);
    });
    const { user } = open(ADDRESS);
    await user.click(await box("New leads"));
    await user.click(await box("Messages"));
    await user.click(await box("Voicemails"));
    await waitFor(() => expect(saveFirst).toBeDefined());
    for (const name of ["New leads", "Messages", "Voicemails"]) {
      expect(await box(name)).toBeChecked();
    }
    expect(asked).toHaveLength(1);
    saveFirst?.();
    await waitFor(() => expect(screen.getAllByText("Saved")).toHaveLength(3));
    expect(asked.at(-1)).toEqual(["LEAD_CAPTURED", "MESSAGE_TAKEN", "VOICEMAIL_LEFT"]);
  });

  test("when one cannot be saved, then it is as before and says so, and the others are saved", async () => {
    givenAnAgent();
    const { asked } = givenChosen([], (wanted) =>
      wanted.eventTypes.includes("LEAD_CAPTURED") ? refusal(503, "UNAVAILABLE") : ok(wanted),
    );
    const { user } = open(ADDRESS);
    await user.click(await box("New leads"));
    await user.click(await box("Messages"));
    expect(await screen.findByRole("alert")).toHaveTextContent(/^We could not save this/);
    expect(await screen.findByText("Saved")).toBeVisible();
    expect(await box("New leads")).not.toBeChecked();
    expect(await box("Messages")).toBeChecked();
    expect(asked).toEqual([["LEAD_CAPTURED"], ["MESSAGE_TAKEN"]]);
    expect(await violations()).toEqual([]);
  });

  test("when the device is offline, then nothing can be chosen and it says why", async () => {
    givenAnAgent();
    givenChosen(["VOICEMAIL_LEFT"]);
    open(ADDRESS);
    const voicemails = await box("Voicemails");
    browser.goOffline();
    await waitFor(() => expect(voicemails).toBeDisabled());
    expect(screen.getByRole("group", { name: "Send me an e-mail about" })).toHaveAttribute(
      "title",
      expect.stringContaining("offline"),
    );
  });

  test("when what they chose cannot be had, then the page says what goes on and can try again", async () => {
    givenAnAgent();
    server.use(on("get", "/api/notifications/email/preferences", () => refusal(403, "FORBIDDEN")));
    const { user } = open(ADDRESS);
    expect(await screen.findByRole("alert")).toHaveTextContent("What you chose before goes on.");
    expect(screen.queryByRole("checkbox")).not.toBeInTheDocument();
    expect(await violations()).toEqual([]);
    givenChosen(["LEAD_CAPTURED"]);
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await box("New leads")).toBeChecked();
  });
});

describe("given somebody who looks after what people are told", () => {
  test("then what was sent to everybody is there, with its tries", async () => {
    givenChosen(["LEAD_CAPTURED"]);
    givenSent(
      { ...aWait(), eventType: "LEAD_CAPTURED", to: sam },
      { ...anArrival(), eventType: "CONNECTION_LOST", to: null },
    );
    const { user } = open(ADDRESS);
    const log = await card("E-mails to everybody");
    expect(await log.findByText("New lead, to Sam Okafor")).toBeVisible();
    expect(log.getByText("Next try at 9:53 AM")).toBeVisible();
    expect(log.getByText("Lost connection, to somebody who is no longer here")).toBeVisible();
    await user.click(log.getByText("2 tries"));
    expect(log.getByText("Answered 500")).toBeVisible();
    expect(screen.getByRole("link", { name: "Where else it is told is under Integrations" })).toHaveAttribute(
      "href",
      "/settings/integrations",
    );
    expect(await violations()).toEqual([]);
  });

  test("when nothing was sent yet, then it says so", async () => {
    givenChosen([]);
    givenSent();
    open(ADDRESS);
    expect(await (await card("E-mails to everybody")).findByText("Nothing was sent yet.")).toBeVisible();
  });

  test("when the log cannot be had, then that can be asked for again, and one's own choice is there", async () => {
    givenChosen(["LEAD_CAPTURED"]);
    server.use(on("get", "/api/notifications/email/deliveries", () => refusal(403, "FORBIDDEN")));
    const { user } = open(ADDRESS);
    const log = await card("E-mails to everybody");
    expect(await log.findByRole("alert")).toHaveTextContent("We could not load what was sent.");
    expect(await box("New leads")).toBeChecked();
    givenSent({ ...anArrival(), eventType: "VOICEMAIL_LEFT", to: sam });
    await user.click(log.getByRole("button", { name: "Try again" }));
    expect(await log.findByText("Voicemail, to Sam Okafor")).toBeVisible();
  });

  test("when answers take their time, then both cards are busy", async () => {
    server.use(
      on("get", "/api/notifications/email/preferences", silence),
      on("get", "/api/notifications/email/deliveries", silence),
    );
    open(ADDRESS);
    for (const text of ["Loading E-mails to you", "Loading what was sent"]) {
      expect((await screen.findByText(text)).parentElement).toHaveAttribute("aria-busy", "true");
    }
    expect(await violations()).toEqual([]);
  });
});
