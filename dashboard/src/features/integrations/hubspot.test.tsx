import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { components } from "@/api/types";
import { empty, ok, on, refusal } from "@/testing/api";
import { violations } from "@/testing/axe";
import { aLead, aMe, anId } from "@/testing/builders";
import {
  aConnection,
  anArrival,
  aWait,
  type CrmConnection,
  card,
  givenIntegrations,
} from "@/testing/integrations";
import { givenLeads } from "@/testing/leads";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

type CrmDelivery = components["schemas"]["CrmDelivery"];

const ADDRESS = "/settings/integrations";

/** What is kept of a try to reach a CRM has no status. */
function withoutStatus<T extends { attempts: ReadonlyArray<{ at: string; error?: string | null }> }>(
  sent: T,
) {
  return { ...sent, attempts: sent.attempts.map(({ at, error = null }) => ({ at, error })) };
}

describe("given no HubSpot", () => {
  test("when HubSpot is to be connected, then the browser goes where HubSpot asks", async () => {
    givenIntegrations();
    server.use(
      on("post", "/api/crm/authorizations", ({ body }) =>
        // The one journey that a page without a browser can make is within its own address.
        ok({ authorizationUrl: `${window.location.origin}/#asked-by-${body.provider}` }, 201),
      ),
    );
    const { user } = open(ADDRESS);
    await user.click(await (await card("HubSpot")).findByRole("button", { name: "Connect HubSpot" }));
    await waitFor(() => expect(window.location.hash).toBe("#asked-by-HUBSPOT"));
    window.location.hash = "";
  });

  test("when HubSpot cannot be asked, then the card says so", async () => {
    givenIntegrations();
    server.use(on("post", "/api/crm/authorizations", () => refusal(503, "UNAVAILABLE")));
    const { user } = open(ADDRESS);
    const hubSpot = await card("HubSpot");
    await user.click(await hubSpot.findByRole("button", { name: "Connect HubSpot" }));
    expect(await hubSpot.findByRole("alert")).toHaveTextContent("We could not do that");
    expect(hubSpot.getByRole("button", { name: "Connect HubSpot" })).toBeEnabled();
  });
});

describe("given HubSpot connected", () => {
  test("then its account and state are there, and it can be disconnected", async () => {
    const connection = aConnection();
    let connections = [connection];
    const deleted: string[] = [];
    givenIntegrations();
    server.use(
      on("get", "/api/crm/connections", () => ok({ items: connections, next: null })),
      on("delete", "/api/crm/connections/{crmConnectionId}", ({ path }) => {
        deleted.push(path.crmConnectionId ?? "");
        connections = [];
        return empty();
      }),
    );
    const { user } = open(ADDRESS);
    const hubSpot = await card("HubSpot");
    expect(await hubSpot.findByText("Connected")).toBeVisible();
    expect(hubSpot.getByText("Account Bright Dental CRM")).toBeVisible();
    expect(hubSpot.getByText("Set up")).toHaveTextContent("Set up Nov 2");
    expect(hubSpot.queryByRole("button", { name: /^Connect/ })).not.toBeInTheDocument();
    await user.click(hubSpot.getByRole("button", { name: "Disconnect HubSpot" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Disconnect HubSpot?" }));
    expect(await violations()).toEqual([]);
    expect(deleted).toEqual([]);
    await user.click(dialog.getByRole("button", { name: "Disconnect HubSpot" }));
    expect(await hubSpot.findByRole("button", { name: "Connect HubSpot" })).toBeVisible();
    expect(deleted).toEqual([connection.id]);
  });

  test("when it has to be connected again, then the card says why and offers it", async () => {
    givenIntegrations({
      connections: [aConnection({ status: "RECONNECT_NEEDED", error: "HubSpot has taken the right back." })],
    });
    open(ADDRESS);
    const hubSpot = await card("HubSpot");
    expect(await hubSpot.findByText("Has to be connected again")).toBeVisible();
    expect(hubSpot.getByText("HubSpot has taken the right back.")).toBeVisible();
    expect(hubSpot.getByText(/^Connect again\. Leads and calls are kept here/)).toBeVisible();
    expect(hubSpot.getByRole("button", { name: "Connect again" })).toBeEnabled();
    expect(await violations()).toEqual([]);
  });
});

describe("given leads that were brought to HubSpot", () => {
  function givenBrought(connection: CrmConnection, ...deliveries: CrmDelivery[]) {
    givenIntegrations({ connections: [connection] });
    server.use(
      on("get", "/api/crm/connections/{crmConnectionId}/deliveries", ({ path }) =>
        path.crmConnectionId === connection.id
          ? ok({ items: deliveries, next: null })
          : refusal(404, "NOT_FOUND"),
      ),
    );
  }

  test("when what was sent is opened, then each lead has its state, its tries and its name", async () => {
    const maria = aLead({ name: "Maria Lopez" });
    const older = anId();
    givenLeads(maria);
    givenBrought(
      aConnection(),
      { ...withoutStatus(aWait()), leadId: maria.id },
      { ...withoutStatus(anArrival()), leadId: older },
    );
    const { user } = open(ADDRESS);
    const hubSpot = await card("HubSpot");
    await user.click(await hubSpot.findByRole("button", { name: "What was sent to HubSpot" }));
    expect(await hubSpot.findByRole("link", { name: "Maria Lopez" })).toHaveAttribute(
      "href",
      `/leads#lead-${maria.id}`,
    );
    expect(hubSpot.getByRole("link", { name: "A lead" })).toHaveAttribute("href", `/leads#lead-${older}`);
    expect(hubSpot.getByText("Waiting")).toBeVisible();
    expect(hubSpot.getByText("Next try at 9:53 AM")).toBeVisible();
    await user.click(hubSpot.getByText("2 tries"));
    expect(hubSpot.getByText("It had a problem of its own.")).toBeVisible();
    expect(hubSpot.queryByText(/^Answered/)).not.toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  test("when the lead's name may not be seen, then nothing is asked for and the log is there", async () => {
    const maria = aLead({ name: "Maria Lopez" });
    givenBrought(aConnection(), { ...withoutStatus(anArrival()), leadId: maria.id });
    let askedForLeads = 0;
    server.use(
      on("get", "/api/me", () => ok(aMe({ permissions: ["CRM_MANAGE"] }))),
      on("get", "/api/leads", () => {
        askedForLeads += 1;
        return ok({ items: [maria], next: null });
      }),
    );
    const { user } = open(ADDRESS);
    const hubSpot = await card("HubSpot");
    await user.click(await hubSpot.findByRole("button", { name: "What was sent to HubSpot" }));
    expect(await hubSpot.findByText("A lead")).toBeVisible();
    expect(askedForLeads).toBe(0);
    expect(hubSpot.queryByRole("link")).not.toBeInTheDocument();
  });

  test("when nothing was sent yet, then it says so", async () => {
    givenBrought(aConnection());
    const { user } = open(ADDRESS);
    const hubSpot = await card("HubSpot");
    await user.click(await hubSpot.findByRole("button", { name: "What was sent to HubSpot" }));
    expect(await hubSpot.findByText("Nothing was sent yet.")).toBeVisible();
  });

  test("when it cannot be had, then it says so and can be asked for again", async () => {
    const connection = aConnection();
    givenIntegrations({ connections: [connection] });
    server.use(
      on("get", "/api/crm/connections/{crmConnectionId}/deliveries", () => refusal(403, "FORBIDDEN")),
    );
    const { user } = open(ADDRESS);
    const hubSpot = await card("HubSpot");
    await user.click(await hubSpot.findByRole("button", { name: "What was sent to HubSpot" }));
    expect(await hubSpot.findByRole("alert")).toHaveTextContent("We could not load what was sent.");
    expect(await violations()).toEqual([]);
    givenBrought(connection, { ...withoutStatus(anArrival()), leadId: anId() });
    await user.click(hubSpot.getByRole("button", { name: "Try again" }));
    expect(await hubSpot.findByText("Delivered")).toBeVisible();
  });
});
