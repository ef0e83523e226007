import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { ok, on } from "@/testing/api";
import { violations } from "@/testing/axe";
import { browser } from "@/testing/browser";
import { aCall, aLead, aLiveCall, aMe } from "@/testing/builders";
import { givenCalls, liveLink, sendCall } from "@/testing/calls";
import { givenLeads } from "@/testing/leads";
import { open } from "@/testing/render";
import { server } from "@/testing/server";
import type { Call } from "./filters";

async function openLive(address: string) {
  const connected = liveLink();
  const opened = open(address);
  await screen.findByRole("heading", { level: 1 });
  await connected;
  return opened;
}

const strip = () => screen.queryByRole("region", { name: "Calls going on" });
const inStrip = async () => within(await screen.findByRole("region", { name: "Calls going on" }));
const inMain = () => within(screen.getByRole("main"));

/** The next version of a call. */
function later(call: Call, change: Partial<Call>): Call {
  return { ...call, ...change, version: call.version + 1 };
}

describe("given the strip on any page", () => {
  test("when nothing goes on, then there is none", async () => {
    await openLive("/leads");
    expect(strip()).toBeNull();
    expect(screen.queryByText(/going on/)).not.toBeInTheDocument();
  });

  test("when calls go on, then each says who, where it stands and for how long", async () => {
    givenCalls(
      aLiveCall(),
      aLiveCall({ from: "+16285550110", stage: "PERSON", stagePerson: "Dana Cole" }),
      aCall(),
    );
    open("/leads");
    const items = (await inStrip()).getAllByRole("listitem").map((item) => item.textContent);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatch(/^Receptionist\(415\) 555-01321:1\d1 minute 1\d seconds$/);
    expect(items[1]).toMatch(/^With Dana Cole\(628\) 555-0110/);
    expect(await screen.findByText("2 calls going on")).toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  test("when a call comes in and goes on, then the strip follows it to its end and is gone", async () => {
    const lead = aLead({ name: "Maria Lopez" });
    givenLeads(lead);
    await openLive("/leads");
    const call = aLiveCall({ stage: "RINGING" });
    sendCall(call);
    expect((await inStrip()).getByText("Ringing")).toBeVisible();
    const taken = later(call, { stage: "ASSISTANT" });
    sendCall(taken);
    expect(await (await inStrip()).findByText("Receptionist")).toBeVisible();
    const rung = later(taken, { stage: "TRANSFERRING", stagePerson: "Dana Cole", leadId: lead.id });
    sendCall(rung);
    expect(await (await inStrip()).findByText("Ringing Dana Cole")).toBeVisible();
    expect(await (await inStrip()).findByText("Maria Lopez")).toBeVisible();

    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      sendCall(later(rung, { stage: "ENDED", outcome: "LEAD_CAPTURED", status: "COMPLETED" }));
      await vi.waitFor(() => expect(screen.getByText("Ended · Lead captured")).toBeVisible());
      expect(screen.queryByText(/^\d calls? going on$/)).not.toBeInTheDocument();
      await vi.advanceTimersByTimeAsync(8_000);
      expect(strip()).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  test("when an older version arrives late, then it changes nothing", async () => {
    const call = aLiveCall({ version: 5, stage: "PERSON", stagePerson: "Dana Cole" });
    givenCalls(call);
    await openLive("/leads");
    await inStrip();
    sendCall({ ...call, stage: "ASSISTANT", version: 4 });
    sendCall(aLiveCall({ from: "+16285550110", stage: "RINGING" }));
    await (await inStrip()).findByText("Ringing");
    expect((await inStrip()).getByText("With Dana Cole")).toBeVisible();
  });

  test("when stages change quickly, then they are said at most once in three seconds, and only the last", async () => {
    await openLive("/leads");
    const call = aLiveCall({ stage: "RINGING" });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      sendCall(call);
      await vi.waitFor(() => expect(screen.getByText("(415) 555-0132: Ringing")).toBeInTheDocument());
      const taken = later(call, { stage: "ASSISTANT" });
      sendCall(taken);
      sendCall(later(taken, { stage: "PERSON", stagePerson: "Dana Cole" }));
      await vi.waitFor(() => expect(screen.getByText("With Dana Cole")).toBeVisible());
      await vi.advanceTimersByTimeAsync(2_900);
      expect(screen.getByText("(415) 555-0132: Ringing")).toBeInTheDocument();
      await vi.advanceTimersByTimeAsync(200);
      expect(screen.getByText("(415) 555-0132: With Dana Cole")).toBeInTheDocument();
    } finally {
      vi.useRealTimers();
    }
  });

  test("when somebody may not read calls, then there is none, and it is not asked for", async () => {
    let asked = 0;
    server.use(
      on("get", "/api/me", () => ok(aMe({ permissions: ["LEADS_READ"] }))),
      on("get", "/api/calls", () => {
        asked += 1;
        return ok({ items: [aLiveCall()], next: null });
      }),
    );
    await openLive("/leads");
    await screen.findByRole("region", { name: "Leads" });
    expect(strip()).toBeNull();
    expect(asked).toBe(0);
  });
});

describe("given the list, with nothing filtered and at the top", () => {
  test("when a call comes in, then it is on top, and its row follows it", async () => {
    givenCalls(aCall({ from: "+14155550199" }));
    await openLive("/calls");
    await screen.findByRole("table");
    const call = aLiveCall({ stage: "RINGING" });
    sendCall(call);
    const row = await inMain().findByRole("row", { name: /555-0132/ });
    expect(inMain().getAllByRole("row")[1]).toBe(row);
    expect(within(row).getByText("Ringing")).toBeVisible();
    sendCall(later(call, { stage: "ENDED", outcome: "MESSAGE_TAKEN", talkSeconds: 61 }));
    expect(await within(row).findByText("Message taken")).toBeVisible();
    expect(within(row).getByText("1 minute 1 second")).toBeInTheDocument();
  });
});

describe("given somebody in the middle of the list", () => {
  test("when calls come in, then they wait behind a pill that brings them as they are by then", async () => {
    givenCalls(aCall({ from: "+14155550199" }));
    const { user } = await openLive("/calls");
    await screen.findByRole("table");
    browser.scrollTo(600);
    const call = aLiveCall();
    sendCall(call);
    expect(await screen.findByRole("button", { name: "1 new call" })).toBeVisible();
    sendCall(later(call, { stage: "ENDED", outcome: "LEAD_CAPTURED" }));
    sendCall(aLiveCall({ from: "+16285550110" }));
    const pill = await screen.findByRole("button", { name: "2 new calls" });
    expect(inMain().getAllByRole("row")).toHaveLength(2);
    await user.click(pill);
    await waitFor(() => expect(inMain().getAllByRole("row")).toHaveLength(4));
    expect(inMain().getByText("Lead captured")).toBeVisible();
    expect(window.scrollY).toBe(0);
  });
});

describe("given a filtered list", () => {
  test("when a call comes to match, then it waits; one that does not, or is older, is not counted", async () => {
    givenCalls(aCall({ outcome: "LEAD_CAPTURED" }));
    await openLive("/calls?outcome=LEAD_CAPTURED");
    await screen.findByRole("table");
    const call = aLiveCall({ from: "+16285550110" });
    sendCall(call);
    sendCall(aCall({ startedAt: "2026-11-01T10:00:00Z", outcome: "LEAD_CAPTURED" }));
    sendCall(aLiveCall({ from: "+16285550111" }));
    await (await inStrip()).findByText("(628) 555-0111");
    expect(screen.queryByRole("button", { name: /new call/ })).not.toBeInTheDocument();
    sendCall(later(call, { outcome: "LEAD_CAPTURED" }));
    expect(await screen.findByRole("button", { name: "1 new call" })).toBeVisible();
  });
});
