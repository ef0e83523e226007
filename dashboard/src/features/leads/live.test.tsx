import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { ok, on } from "@/testing/api";
import { browser } from "@/testing/browser";
import { aLead } from "@/testing/builders";
import { givenLeads, listedNames } from "@/testing/leads";
import { open } from "@/testing/render";
import { live, server, tell } from "@/testing/server";
import type { Lead } from "./filters";

/** Opens the page and waits until its live link is up and the list was asked for again. */
async function openLive(address = "/leads") {
  const connected = new Promise<URL>((resolve) => {
    server.use(
      live.addEventListener("connection", ({ client }) => {
        client.addEventListener("message", () => resolve(client.url));
      }),
    );
  });
  const opened = open(address);
  await screen.findByRole("region", { name: "Leads" });
  const url = await connected;
  return { ...opened, url };
}

function send(type: "lead.captured" | "lead.updated", data: Lead) {
  tell(type, data);
}

describe("given the list, with nothing filtered and at the top", () => {
  test("when a lead comes in, then it is on top and is announced", async () => {
    givenLeads(aLead({ name: "Jordan Ortiz" }));
    const { url } = await openLive();
    expect(url.searchParams.get("ticket")).toBe("ticket");
    send("lead.captured", aLead({ name: "Maria Lopez" }));
    expect(await screen.findByText("New lead: Maria Lopez")).toBeInTheDocument();
    expect(listedNames()).toEqual(["Maria Lopez", "Jordan Ortiz"]);
  });

  test("when a frame is one this page does not know, then it is ignored and the next one counts", async () => {
    givenLeads(aLead({ name: "Jordan Ortiz" }));
    await openLive();
    live.broadcast("not json");
    tell("call.started", {});
    tell("lead.captured", { name: "Without the rest" });
    send("lead.captured", aLead({ name: "Maria Lopez" }));
    expect(await screen.findByText("New lead: Maria Lopez")).toBeInTheDocument();
  });

  test("when a lead is changed elsewhere, then its row follows, and an older version changes nothing", async () => {
    const lead = aLead({ name: "Jordan Ortiz", stage: "NEW", version: 2 });
    givenLeads(lead);
    await openLive();
    send("lead.updated", { ...lead, stage: "WON", version: 4 });
    expect(await screen.findByRole("button", { name: "Stage of Jordan Ortiz: Won" })).toBeVisible();
    send("lead.updated", { ...lead, stage: "LOST", version: 3 });
    send("lead.captured", aLead({ name: "Maria Lopez" }));
    await screen.findByText("New lead: Maria Lopez");
    expect(screen.getByRole("button", { name: "Stage of Jordan Ortiz: Won" })).toBeVisible();
  });
});

describe("given somebody in the middle of the list", () => {
  test("when leads come in, then they wait behind a pill that brings them", async () => {
    givenLeads(aLead({ name: "Jordan Ortiz" }));
    const { user } = await openLive();
    browser.scrollTo(600);
    send("lead.captured", aLead({ name: "Maria Lopez" }));
    expect(await screen.findByRole("button", { name: "1 new lead" })).toBeVisible();
    send("lead.captured", aLead({ name: "Priya Shah" }));
    const pill = await screen.findByRole("button", { name: "2 new leads" });
    expect(listedNames()).toEqual(["Jordan Ortiz"]);
    await user.click(pill);
    expect(listedNames()).toEqual(["Priya Shah", "Maria Lopez", "Jordan Ortiz"]);
    expect(screen.queryByRole("button", { name: /^\d+ new leads?$/ })).not.toBeInTheDocument();
    expect(window.scrollY).toBe(0);
  });
});

describe("given a filtered list", () => {
  test("when a lead that matches comes in, then it waits; one that does not is not counted", async () => {
    givenLeads(aLead({ name: "Jordan Ortiz", source: "MANUAL" }));
    await openLive("/leads?source=MANUAL");
    send("lead.captured", aLead({ name: "Maria Lopez", source: "CALL" }));
    send("lead.captured", aLead({ name: "Priya Shah", source: "MANUAL" }));
    expect(await screen.findByRole("button", { name: "1 new lead" })).toBeVisible();
    expect(listedNames()).toEqual(["Jordan Ortiz"]);
  });
});

describe("given a link that was lost", () => {
  test("when it is back, then what was missed is asked for", async () => {
    const leads = [aLead({ name: "Jordan Ortiz" })];
    server.use(on("get", "/api/leads", () => ok({ items: leads, next: null })));
    await openLive();
    await screen.findByText("Jordan Ortiz");
    leads.unshift(aLead({ name: "Maria Lopez" }));
    for (const client of live.clients) {
      client.close(1001);
    }
    await waitFor(() => expect(listedNames()).toEqual(["Maria Lopez", "Jordan Ortiz"]));
  });
});
