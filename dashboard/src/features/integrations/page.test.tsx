import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { components } from "@/api/types";
import { empty, ok, on, refusal, silence } from "@/testing/api";
import { violations } from "@/testing/axe";
import { browser } from "@/testing/browser";
import { aMe, anId } from "@/testing/builders";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

type CrmConnection = components["schemas"]["CrmConnection"];
type Webhook = components["schemas"]["Webhook"];
type WebhookDelivery = components["schemas"]["WebhookDelivery"];

const ADDRESS = "/settings/integrations";

function aConnection(change: Partial<CrmConnection> = {}): CrmConnection {
  return {
    id: anId(),
    provider: "HUBSPOT",
    accountId: "146",
    accountName: "Bright Dental CRM",
    status: "ACTIVE",
    error: null,
    lastOkAt: "2026-11-20T15:47:00Z",
    connectedAt: "2026-11-02T10:00:00Z",
    ...change,
  };
}

function aWebhook(change: Partial<Webhook> = {}): Webhook {
  return {
    id: anId(),
    url: "https://example.com/hooks/calls",
    eventTypes: ["lead.captured", "call.ended"],
    status: "ACTIVE",
    createdAt: "2026-11-02T10:00:00Z",
    ...change,
  };
}

function aDelivery(change: Partial<WebhookDelivery> = {}): WebhookDelivery {
  return {
    id: anId(),
    eventType: "call.ended",
    status: "DELIVERED",
    attempts: [{ at: "2026-11-20T15:47:00Z", status: 204, error: null }],
    lastError: null,
    createdAt: "2026-11-20T15:46:58Z",
    nextAttemptAt: null,
    deliveredAt: "2026-11-20T15:47:00Z",
    ...change,
  };
}

function given({ connections = [] as CrmConnection[], webhooks = [] as Webhook[] } = {}) {
  server.use(
    on("get", "/api/crm/connections", () => ok({ items: connections, next: null })),
    on("get", "/api/webhooks", () => ok({ items: webhooks, next: null })),
  );
}

const card = async (name: string) => within(await screen.findByRole("region", { name }));

describe("given nothing connected", () => {
  test("then each card says what it does and offers to begin", async () => {
    given();
    open(ADDRESS);
    expect(await (await card("HubSpot")).findByRole("button", { name: "Connect HubSpot" })).toBeVisible();
    expect(await (await card("Webhooks")).findByText("No webhook yet")).toBeVisible();
    expect(document.title).toBe("Integrations · HEKAX Phone");
    expect(await violations()).toEqual([]);
  });

  test("when HubSpot is to be connected, then the browser goes where HubSpot asks", async () => {
    given();
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
    given();
    server.use(on("post", "/api/crm/authorizations", () => refusal(503, "UNAVAILABLE")));
    const { user } = open(ADDRESS);
    const hubSpot = await card("HubSpot");
    await user.click(await hubSpot.findByRole("button", { name: "Connect HubSpot" }));
    expect(await hubSpot.findByRole("alert")).toHaveTextContent("We could not do that");
    expect(hubSpot.getByRole("button", { name: "Connect HubSpot" })).toBeEnabled();
  });
});

describe("given the way back from a vendor", () => {
  test("when it went well, then the page says so until it is dismissed", async () => {
    given({ connections: [aConnection()] });
    const { user, address } = open(`${ADDRESS}?connected=hubspot`);
    expect(await screen.findByText(/^HubSpot is connected\./)).toBeVisible();
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Dismiss" }));
    await waitFor(() => expect(screen.queryByText(/^HubSpot is connected\./)).not.toBeInTheDocument());
    expect(address()).toBe(ADDRESS);
  });

  test.each([
    ["denied", "because it was declined there"],
    ["missing_scopes", "less was allowed than is needed"],
    ["expired", "it took too long"],
    ["not_allowed", "your role or your plan"],
    ["unavailable", "there was no answer from there"],
    ["something_new", "Nothing was connected. Try again."],
  ])("when it ended as %s, then the page says what that means", async (error, said) => {
    given();
    open(`${ADDRESS}?error=${error}`);
    expect(await screen.findByRole("alert")).toHaveTextContent(said);
  });
});

describe("given HubSpot connected", () => {
  test("then its account and state are there, and it can be disconnected", async () => {
    const connection = aConnection();
    let connections = [connection];
    const deleted: string[] = [];
    server.use(
      on("get", "/api/crm/connections", () => ok({ items: connections, next: null })),
      on("get", "/api/webhooks", () => ok({ items: [], next: null })),
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
    given({
      connections: [aConnection({ status: "RECONNECT_NEEDED", error: "HubSpot has taken the right back." })],
    });
    open(ADDRESS);
    const hubSpot = await card("HubSpot");
    expect(await hubSpot.findByText("Has to be connected again")).toBeVisible();
    expect(hubSpot.getByText("HubSpot has taken the right back.")).toBeVisible();
    expect(hubSpot.getByRole("button", { name: "Connect again" })).toBeEnabled();
    expect(await violations()).toEqual([]);
  });
});

describe("given webhooks", () => {
  test("when one is added, then its secret is shown once", async () => {
    let webhooks: Webhook[] = [];
    const keys: Array<string | null> = [];
    server.use(
      on("get", "/api/crm/connections", () => ok({ items: [], next: null })),
      on("get", "/api/webhooks", () => ok({ items: webhooks, next: null })),
      on("post", "/api/webhooks", ({ body, headers }) => {
        keys.push(headers.get("Idempotency-Key"));
        if (keys.length === 1) {
          return refusal(503, "UNAVAILABLE");
        }
        const made = aWebhook({ url: body.url, eventTypes: body.eventTypes });
        webhooks = [made];
        return ok({ ...made, secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" }, 201);
      }),
    );
    const { user } = open(ADDRESS);
    const own = await card("Webhooks");
    await user.click(await own.findByRole("button", { name: "Add webhook" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Add webhook" }));
    await user.type(dialog.getByLabelText("Address"), "example.com");
    for (const box of dialog.getAllByRole("checkbox")) {
      await user.click(box);
    }
    await user.click(dialog.getByRole("button", { name: "Add webhook" }));
    expect(dialog.getByText(/^Enter a whole address/)).toBeVisible();
    expect(dialog.getByText("Choose at least one.")).toBeVisible();
    expect(await violations()).toEqual([]);
    expect(keys).toEqual([]);

    await user.clear(dialog.getByLabelText("Address"));
    await user.type(dialog.getByLabelText("Address"), "https://example.com/in");
    await user.click(dialog.getByRole("checkbox", { name: "Voicemail left" }));
    await user.click(dialog.getByRole("button", { name: "Add webhook" }));
    expect(await dialog.findByText(/^We could not add this webhook/)).toBeVisible();
    await user.click(dialog.getByRole("button", { name: "Add webhook" }));
    const secret = within(await screen.findByRole("dialog", { name: "Keep this secret" }));
    expect(secret.getByLabelText("Signing secret")).toHaveValue("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    expect(await violations()).toEqual([]);
    await user.click(secret.getByRole("button", { name: "Copy secret" }));
    expect(await navigator.clipboard.readText()).toMatch(/^whsec_/);
    expect(new Set(keys).size).toBe(1);
    await user.click(secret.getByRole("button", { name: "I have kept it" }));
    expect(await own.findByText("https://example.com/in")).toBeVisible();
    expect(own.getByText("Voicemail left")).toBeVisible();
    expect(screen.queryByText(/whsec_/)).not.toBeInTheDocument();
  });

  test("when what was sent is opened, then each has its state and its tries", async () => {
    given({ webhooks: [aWebhook({ status: "DISABLED" })] });
    server.use(
      on("get", "/api/webhooks/{webhookId}/deliveries", ({ query }) =>
        query.has("cursor")
          ? ok({ items: [aDelivery({ status: "FAILED", lastError: "It took too long." })], next: null })
          : ok({
              items: [
                aDelivery({
                  eventType: "lead.captured",
                  status: "WAITING",
                  attempts: [
                    { at: "2026-11-20T15:47:00Z", status: 500, error: "It answered 500." },
                    { at: "2026-11-20T15:48:00Z", status: null, error: "It took too long." },
                  ],
                  nextAttemptAt: "2026-11-20T15:53:00Z",
                  deliveredAt: null,
                }),
                aDelivery(),
              ],
              next: "older",
            }),
      ),
    );
    const { user } = open(ADDRESS);
    const own = await card("Webhooks");
    expect(await own.findByText("Switched off, because it said that it is gone")).toBeVisible();
    await user.click(own.getByRole("button", { name: "What was sent" }));
    expect(await own.findByText("Waiting")).toBeVisible();
    expect(own.getByText("Delivered")).toBeVisible();
    expect(own.getAllByText(/^\d+ tr(y|ies)$/)).toHaveLength(1);
    await user.click(own.getByText("2 tries"));
    expect(own.getByText("Answered 500")).toBeVisible();
    expect(own.getByText("No answer")).toBeVisible();
    expect(await violations()).toEqual([]);
    await user.click(own.getByRole("button", { name: "Load older" }));
    expect(await own.findByText("Given up")).toBeVisible();
  });

  test("when one is removed, then it asks first", async () => {
    const webhook = aWebhook();
    let webhooks = [webhook];
    given();
    server.use(
      on("get", "/api/webhooks", () => ok({ items: webhooks, next: null })),
      on("delete", "/api/webhooks/{webhookId}", () => {
        webhooks = [];
        return empty();
      }),
    );
    const { user } = open(ADDRESS);
    const own = await card("Webhooks");
    await user.click(await own.findByRole("button", { name: `Remove ${webhook.url}` }));
    const dialog = within(await screen.findByRole("dialog", { name: "Remove this webhook?" }));
    await user.click(dialog.getByRole("button", { name: "Cancel" }));
    expect(own.getByText(webhook.url)).toBeVisible();
    await user.click(own.getByRole("button", { name: `Remove ${webhook.url}` }));
    await user.click(await screen.findByRole("button", { name: "Remove webhook" }));
    expect(await own.findByText("No webhook yet")).toBeVisible();
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });
});

describe("given cards that cannot be had", () => {
  test("when one fails, then it says what goes on, and the other is there", async () => {
    given();
    server.use(on("get", "/api/crm/connections", () => refusal(403, "FORBIDDEN")));
    const { user } = open(ADDRESS);
    const hubSpot = await card("HubSpot");
    expect(await hubSpot.findByRole("alert")).toHaveTextContent("What is connected goes on working.");
    expect(hubSpot.queryByRole("button", { name: "Connect HubSpot" })).not.toBeInTheDocument();
    expect(await (await card("Webhooks")).findByText("No webhook yet")).toBeVisible();
    expect(await violations()).toEqual([]);
    given();
    await user.click(hubSpot.getByRole("button", { name: "Try again" }));
    expect(await hubSpot.findByRole("button", { name: "Connect HubSpot" })).toBeVisible();
  });

  test("when answers take their time, then the cards are busy", async () => {
    server.use(on("get", "/api/crm/connections", silence), on("get", "/api/webhooks", silence));
    open(ADDRESS);
    expect((await screen.findByText("Loading HubSpot")).parentElement).toHaveAttribute("aria-busy", "true");
    expect(await violations()).toEqual([]);
  });

  test("when the device is offline, then changes are refused with a reason", async () => {
    given({ webhooks: [aWebhook()] });
    open(ADDRESS);
    const own = await card("Webhooks");
    await own.findByText("https://example.com/hooks/calls");
    browser.goOffline();
    await waitFor(() => expect(own.getByRole("button", { name: "Add webhook" })).toBeDisabled());
    expect(own.getByRole("button", { name: "Add webhook" })).toHaveAttribute(
      "title",
      expect.stringContaining("offline"),
    );
  });
});

describe("given somebody with fewer rights", () => {
  test("when they may change none of it, then the page names who can, and the rail hides it", async () => {
    server.use(on("get", "/api/me", () => ok(aMe({ role: "AGENT", permissions: ["CALLS_READ"] }))));
    open(ADDRESS);
    expect(
      await screen.findByRole("heading", { name: "You do not have access to integrations" }),
    ).toBeVisible();
    expect(screen.queryByRole("link", { name: "Integrations" })).not.toBeInTheDocument();
  });

  test("when they may change one of them, then only that is there and asked for", async () => {
    server.use(
      on("get", "/api/me", () => ok(aMe({ permissions: ["WEBHOOKS_MANAGE"] }))),
      on("get", "/api/webhooks", () => ok({ items: [], next: null })),
    );
    open(ADDRESS);
    expect(await (await card("Webhooks")).findByText("No webhook yet")).toBeVisible();
    expect(screen.queryByRole("region", { name: "HubSpot" })).not.toBeInTheDocument();
  });
});
