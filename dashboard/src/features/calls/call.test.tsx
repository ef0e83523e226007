import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { noAnswer, ok, on, refusal, silence } from "@/testing/api";
import { violations } from "@/testing/axe";
import { aCall, aCrmLink, aLead, aLiveCall, aMe, anEvent, anId, aTurn } from "@/testing/builders";
import { givenCall, givenCalls, liveLink, sendCall } from "@/testing/calls";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

describe("given a call that ended", () => {
  test("then the heading says who, which number, when, how long and what came of it", async () => {
    const call = aCall({ outcome: "TRANSFERRED", transferredTo: "Dana Cole" });
    givenCall(call);
    open(`/calls/${call.id}`);
    expect(await screen.findByRole("heading", { level: 1, name: "(415) 555-0132" })).toBeVisible();
    expect(screen.getByText("Put through to Dana Cole")).toBeVisible();
    expect(screen.getByText("to (312) 555-0100")).toBeVisible();
    expect(screen.getByText(/^Fri, Nov 20, 2026, 9:42 AM CST/)).toBeVisible();
    expect(screen.getByText("4 minutes 12 seconds")).toBeInTheDocument();
    expect(document.title).toBe("This call · HEKAX Phone");
    expect(screen.queryByRole("heading", { name: "Messages left" })).not.toBeInTheDocument();
    expect(screen.queryByRole("heading", { name: "Lead made" })).not.toBeInTheDocument();
  });

  test("then the transcript names speaker and time, and marks what was cut off", async () => {
    const call = aCall();
    givenCall(call, {
      turns: [
        aTurn({ speaker: "ASSISTANT", text: "Bright Dental, how can", interrupted: true, heardMs: 2_140 }),
        aTurn({ speaker: "CALLER", text: "I chipped a tooth.", position: 1, at: "2026-11-20T15:42:12Z" }),
      ],
    });
    open(`/calls/${call.id}`);
    const turns = within(await screen.findByRole("list", { name: "Transcript" })).getAllByRole("listitem");
    expect(turns).toHaveLength(2);
    expect(turns[0]).toHaveTextContent(/^Receptionist9:42:09 AMBright Dental, how can/);
    expect(turns[0]).toHaveTextContent("Interrupted after 2.1 seconds.");
    expect(turns[1]).toHaveTextContent("Caller9:42:12 AMI chipped a tooth.");
    expect(turns[1]).not.toHaveTextContent("Interrupted");
    expect(await violations()).toEqual([]);
  });

  test("when the transcript has more than a page, then all of it is there", async () => {
    const call = aCall();
    givenCall(call);
    server.use(
      on("get", "/api/calls/{callId}/turns", ({ query }) =>
        query.get("cursor") === "on"
          ? ok({ items: [aTurn({ text: "Bye." })], next: null })
          : ok({ items: [aTurn({ text: "Hello." })], next: "on" }),
      ),
    );
    open(`/calls/${call.id}`);
    expect(await screen.findByText("Bye.")).toBeVisible();
    expect(screen.getByText("Hello.")).toBeVisible();
  });

  test("then what happened is told in words, with how long into the call", async () => {
    const call = aCall();
    const at = (second: number) => new Date(Date.parse(call.startedAt) + second * 1_000).toISOString();
    givenCall(call, {
      events: [
        anEvent({ kind: "STARTED", detail: { direction: "INBOUND" } }),
        anEvent({ kind: "ANSWERED", at: at(2), detail: { by: "ASSISTANT" } }),
        anEvent({ kind: "LEAD_CAPTURED", at: at(61), detail: { name: "Maria Lopez" } }),
        anEvent({ kind: "TRANSFER_STARTED", at: at(70), detail: { to: "Dana Cole" } }),
        anEvent({ kind: "TRANSFER_ENDED", at: at(95), detail: { to: "Dana Cole", outcome: "NO_ANSWER" } }),
        anEvent({ kind: "MESSAGE_TAKEN", at: at(120) }),
        anEvent({ kind: "VOICEMAIL_LEFT", at: at(150), detail: { seconds: 23 } }),
        anEvent({ kind: "ASSISTANT_FINISHED", at: at(160), detail: { reason: "CALLER_HUNG_UP" } }),
        anEvent({ kind: "ENDED", at: at(161), detail: { status: "COMPLETED" } }),
      ],
    });
    open(`/calls/${call.id}`);
    const events = within(await screen.findByRole("list", { name: "What happened" })).getAllByRole(
      "listitem",
    );
    expect(events.map((event) => event.textContent)).toEqual([
      "Call came in0:000 seconds into the call",
      "Receptionist answered0:022 seconds into the call",
      "Lead captured: Maria Lopez1:011 minute 1 second into the call",
      "Rang Dana Cole1:101 minute 10 seconds into the call",
      "Dana Cole did not answer1:351 minute 35 seconds into the call",
      "Message taken2:002 minutes into the call",
      "Voicemail left · 0:232:302 minutes 30 seconds into the call",
      "Caller hung up2:402 minutes 40 seconds into the call",
      "Call ended2:412 minutes 41 seconds into the call",
    ]);
  });

  test("then messages, the lead and where it is in the CRM are there", async () => {
    const lead = aLead({ name: "Maria Lopez", need: "Chipped tooth" });
    const call = aCall({ outcome: "LEAD_CAPTURED", leadId: lead.id });
    givenCall(call, {
      messages: [
        {
          id: anId(),
          message: "Please ring back before noon.",
          name: "Maria Lopez",
          phone: "+14155550132",
          forWhom: "the dentist",
          takenAt: "2026-11-20T15:44:00Z",
        },
      ],
    });
    server.use(
      on("get", "/api/leads/{leadId}", () => ok(lead)),
      on("get", "/api/crm/links", ({ query }) =>
        query.get("leadId") === lead.id
          ? ok({
              items: [
                aCrmLink({ leadId: lead.id }),
                aCrmLink({
                  leadId: lead.id,
                  kind: "CALL",
                  callId: call.id,
                  state: "FAILED",
                  syncedAt: null,
                  url: null,
                  error: "HubSpot refused the number.",
                }),
                aCrmLink({ leadId: lead.id, kind: "CALL", callId: anId(), state: "WAITING" }),
              ],
              next: null,
            })
          : refusal(400, "BAD"),
      ),
    );
    open(`/calls/${call.id}`);
    expect(await screen.findByRole("heading", { level: 1, name: "Maria Lopez" })).toBeVisible();
    const messages = within(screen.getByRole("list", { name: "Messages left" }));
    expect(messages.getByText("Please ring back before noon.")).toBeVisible();
    expect(messages.getByText("For the dentist")).toBeVisible();
    const made = within(screen.getByRole("region", { name: "Lead made" }));
    expect(made.getByText("Chipped tooth")).toBeVisible();
    expect(made.getByRole("link", { name: "See it among your leads" })).toHaveAttribute(
      "href",
      `/leads#lead-${lead.id}`,
    );
    const crm = within(await screen.findByRole("list", { name: "In your CRM" }));
    expect(crm.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      expect.stringMatching(/^HubSpot · Contact: Sent/),
      expect.stringMatching(/^HubSpot · Call: Not sent ?HubSpot refused the number\.$/),
    ]);
    expect(crm.getByRole("link", { name: "Open in HubSpot" })).toHaveAttribute(
      "href",
      expect.stringContaining("app.hubspot.com"),
    );
    expect(await violations()).toEqual([]);
  });

  test("when it was opened from a filtered list, then its neighbours and the way back keep the filter", async () => {
    const calls = [
      aCall({ from: "+14155550101", outcome: "MISSED" }),
      aCall({ from: "+14155550102", outcome: "MISSED" }),
      aCall({ from: "+14155550103", outcome: "MISSED" }),
    ];
    givenCalls(...calls);
    server.use(
      on("get", "/api/calls/{callId}", ({ path }) =>
        ok({ ...(calls.find((call) => call.id === path.callId) ?? aCall()), messages: [] }),
      ),
      on("get", "/api/calls/{callId}/turns", () => ok({ items: [], next: null })),
      on("get", "/api/calls/{callId}/events", () => ok({ items: [], next: null })),
      on("get", "/api/crm/links", () => ok({ items: [], next: null })),
    );
    const { user, address } = open("/calls?outcome=MISSED");
    await user.click(await screen.findByRole("link", { name: "(415) 555-0102" }));
    expect(await screen.findByText("2 of 3")).toBeVisible();
    await user.click(screen.getByRole("link", { name: "Older call" }));
    expect(await screen.findByRole("heading", { level: 1, name: "(415) 555-0103" })).toHaveFocus();
    expect(screen.getByText("3 of 3")).toBeVisible();
    expect(screen.queryByRole("link", { name: "Older call" })).not.toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole("link", { name: "Calls that match your filters" }));
    expect(address()).toBe("/calls?outcome=MISSED");
  });

  test("when nothing was said, then the page says why", async () => {
    const call = aCall({ outcome: "MISSED", talkSeconds: 0, assistantSeconds: 0 });
    givenCall(call);
    open(`/calls/${call.id}`);
    expect(await screen.findByText("Nobody answered, so there is nothing to read.")).toBeVisible();
    expect(screen.getByText("Not answered")).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});

describe("given a call that goes on", () => {
  test("then what is said is asked for again and again, until it ends", async () => {
    const call = aLiveCall();
    let asked = 0;
    givenCall(call);
    server.use(
      on("get", "/api/calls/{callId}/turns", () => {
        asked += 1;
        return ok({ items: asked === 1 ? [] : [aTurn({ text: `Heard ${asked} times.` })], next: null });
      }),
    );
    const connected = liveLink();
    open(`/calls/${call.id}`);
    expect(await screen.findByText("What is said appears here while the call goes on.")).toBeVisible();
    expect(screen.getByText("Going on now")).toBeVisible();
    await connected;
    expect(await screen.findByText(/^Heard \d times\.$/)).toBeVisible();

    const ended = {
      ...call,
      stage: "ENDED" as const,
      outcome: "ANSWERED" as const,
      talkSeconds: 61,
      version: 4,
    };
    givenCall(ended, { events: [anEvent({ kind: "ENDED", detail: { status: "COMPLETED" } })] });
    server.use(
      on("get", "/api/calls/{callId}/turns", () => {
        asked += 1;
        return ok({ items: [aTurn({ text: "Goodbye." })], next: null });
      }),
    );
    sendCall(ended);
    expect(await within(screen.getByRole("main")).findByText("Answered")).toBeVisible();
    expect(await screen.findByText("Goodbye.")).toBeVisible();
    expect(await screen.findByText("Call ended")).toBeVisible();
    expect(screen.queryByText("Going on now")).not.toBeInTheDocument();
    const then = asked;
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(asked).toBe(then);
  });
});

describe("given an address without a call", () => {
  test("then the page says so and leads back to the list with its filters", async () => {
    server.use(on("get", "/api/calls/{callId}", () => refusal(404, "NOT_FOUND")));
    open(`/calls/${anId()}?outcome=MISSED`);
    expect(await screen.findByRole("heading", { name: "There is no such call" })).toBeVisible();
    expect(screen.getByRole("link", { name: "Calls that match your filters" })).toHaveAttribute(
      "href",
      "/calls?outcome=MISSED",
    );
    expect(await violations()).toEqual([]);
  });
});

describe("given an answer that does not come", () => {
  test("then the page is busy and has its shape", async () => {
    server.use(on("get", "/api/calls/{callId}", silence));
    open(`/calls/${anId()}`);
    expect((await screen.findByText("Loading the call")).parentElement).toHaveAttribute("aria-busy", "true");
    expect(await violations()).toEqual([]);
  });
});

describe("given a server that fails", () => {
  test("when the call fails, then the page says what is kept and can try again", async () => {
    const call = aCall();
    givenCall(call);
    server.use(on("get", "/api/calls/{callId}", () => refusal(403, "FORBIDDEN", { requestId: "req-42" })));
    const { user } = open(`/calls/${call.id}`);
    expect(await screen.findByRole("alert")).toHaveTextContent("We could not load this call");
    expect(screen.getByRole("button", { name: "Copy request id" })).toHaveAttribute("title", "req-42");
    expect(await violations()).toEqual([]);
    givenCall(call);
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("heading", { level: 1, name: "(415) 555-0132" })).toBeVisible();
  });

  test("when parts of it fail, then each says so and the rest is there", async () => {
    const lead = aLead();
    const call = aCall({ leadId: lead.id, outcome: "LEAD_CAPTURED" });
    givenCall(call);
    server.use(
      on("get", "/api/calls/{callId}/turns", () => refusal(400, "BAD")),
      on("get", "/api/calls/{callId}/events", () => refusal(400, "BAD")),
      on("get", "/api/leads/{leadId}", () => refusal(404, "NOT_FOUND")),
      on("get", "/api/crm/links", () => refusal(400, "BAD")),
    );
    open(`/calls/${call.id}`);
    await waitFor(() => expect(screen.getAllByRole("alert")).toHaveLength(4));
    expect(screen.getByText("We could not load the transcript")).toBeVisible();
    expect(screen.getByText("We could not load what happened")).toBeVisible();
    expect(screen.getByText("We could not load the lead. It is kept.")).toBeVisible();
    expect(screen.getByText("We could not ask where this is in your CRM.")).toBeVisible();
    expect(screen.getByRole("heading", { level: 1, name: "(415) 555-0132" })).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test("when the network goes, then the page stays, with its age", async () => {
    const call = aCall();
    givenCall(call, { turns: [aTurn()] });
    const connected = liveLink();
    open(`/calls/${call.id}`);
    await screen.findByText("Hi, I chipped a tooth.");
    await connected;
    server.use(
      on("get", "/api/calls/{callId}", () => refusal(403, "FORBIDDEN")),
      on("get", "/api/calls/{callId}/turns", noAnswer),
    );
    document.dispatchEvent(new Event("visibilitychange"));
    window.dispatchEvent(new Event("visibilitychange"));
    expect(await screen.findByText("We could not refresh this call")).toBeVisible();
    expect(screen.getByText("Hi, I chipped a tooth.")).toBeVisible();
    expect(screen.getByText(/^You see it as it was at \d/)).toBeVisible();
  });
});

describe("given somebody with fewer rights", () => {
  test("when they may not read calls, then the page names who can help", async () => {
    server.use(on("get", "/api/me", () => ok(aMe({ permissions: [] }))));
    open(`/calls/${anId()}`);
    expect(await screen.findByRole("heading", { name: "You do not have access to this call" })).toBeVisible();
  });

  test("when they may not read leads, then the lead is mentioned, and neither it nor the CRM is asked for", async () => {
    server.use(on("get", "/api/me", () => ok(aMe({ permissions: ["CALLS_READ"] }))));
    const call = aCall({ leadId: anId(), outcome: "LEAD_CAPTURED" });
    givenCall(call);
    server.use(on("get", "/api/crm/links", () => refusal(403, "FORBIDDEN")));
    open(`/calls/${call.id}`);
    expect(await screen.findByText("A lead was captured in this call.")).toBeVisible();
    await screen.findByText("Nothing was said in this call");
    expect(screen.queryByRole("link", { name: "See it among your leads" })).not.toBeInTheDocument();
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });
});

test("the page can be printed", async () => {
  const print = vi.spyOn(window, "print").mockImplementation(() => undefined);
  const call = aCall();
  givenCall(call);
  const { user } = open(`/calls/${call.id}`);
  await user.click(await screen.findByRole("button", { name: "Print" }));
  expect(print).toHaveBeenCalledOnce();
});
