import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { ok, on, refusal, silence } from "@/testing/api";
import { violations } from "@/testing/axe";
import { aCall, aLead, aLiveCall, aMe } from "@/testing/builders";
import { givenCalls, liveLink, sendCall } from "@/testing/calls";
import { givenLeads } from "@/testing/leads";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

// 10:03 in Greenwich is 4:03 in the morning in Chicago, by the server's clock.
const GREETING = "Good morning, Dana";

describe("given calls and leads", () => {
  test("then the newest of both are there, with the way to all, and what comes in is on top", async () => {
    givenCalls(...Array.from({ length: 9 }, (_, n) => aCall({ from: `+1415555010${n}` })));
    givenLeads(aLead({ name: "Priya Shah", stage: "WON" }));
    const connected = liveLink();
    open("/");
    expect(await screen.findByRole("heading", { level: 1, name: GREETING })).toBeVisible();
    const calls = within(await screen.findByRole("list", { name: "Calls, newest first" }));
    expect(calls.getAllByRole("listitem")).toHaveLength(6);
    expect(screen.getByRole("link", { name: "All calls" })).toHaveAttribute("href", "/calls");
    const leads = within(await screen.findByRole("list", { name: "Leads, newest first" }));
    expect(leads.getByText("Priya Shah")).toBeVisible();
    expect(leads.getByText("Won")).toBeVisible();
    expect(screen.getByRole("link", { name: "All leads" })).toHaveAttribute("href", "/leads");
    expect(await violations()).toEqual([]);

    await connected;
    sendCall(aLiveCall({ from: "+16285550110", stage: "RINGING" }));
    expect(await calls.findByText("(628) 555-0110")).toBeVisible();
    expect(calls.getAllByRole("listitem")[0]).toHaveTextContent("(628) 555-0110");
    expect(calls.getAllByRole("listitem")).toHaveLength(6);
  });
});

describe("given neither yet", () => {
  test("then both say what will be there", async () => {
    open("/");
    expect(await screen.findByRole("heading", { name: "Your calls will appear here" })).toBeVisible();
    expect(await screen.findByRole("heading", { name: "Your leads will appear here" })).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});

describe("given one of them that fails or takes its time", () => {
  test("then the other is there all the same", async () => {
    givenCalls(aCall());
    server.use(on("get", "/api/leads", () => refusal(400, "BAD")));
    open("/");
    expect(await screen.findByText("We could not load your leads")).toBeVisible();
    expect(await screen.findByRole("list", { name: "Calls, newest first" })).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test("when calls take their time, then their place is kept", async () => {
    givenLeads(aLead());
    server.use(on("get", "/api/calls", silence));
    open("/");
    expect(await screen.findByText("Maria Lopez")).toBeVisible();
    expect(screen.getByText("Loading calls")).toBeInTheDocument();
  });
});

describe("given somebody with fewer rights", () => {
  test("when they may read only calls, then only calls are there", async () => {
    givenCalls(aCall());
    server.use(on("get", "/api/me", () => ok(aMe({ permissions: ["CALLS_READ"] }))));
    open("/");
    expect(await screen.findByRole("list", { name: "Calls, newest first" })).toBeVisible();
    expect(screen.queryByRole("heading", { name: "Newest leads" })).not.toBeInTheDocument();
  });

  test("when they may read neither, then the page names who can help", async () => {
    server.use(on("get", "/api/me", () => ok(aMe({ permissions: [] }))));
    open("/");
    expect(await screen.findByRole("heading", { name: "There is nothing here for you yet" })).toBeVisible();
    expect(screen.getByText(/^Ask an owner or admin of Bright Dental/)).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});
