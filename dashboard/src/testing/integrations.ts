import { screen, within } from "@testing-library/react";
import type { components } from "@/api/types";
import { ok, on } from "./api";
import { anId } from "./builders";
import { server } from "./server";

export type CrmConnection = components["schemas"]["CrmConnection"];
export type SlackConnection = components["schemas"]["SlackConnection"];
export type Webhook = components["schemas"]["Webhook"];
type DeliveryAttempt = components["schemas"]["DeliveryAttempt"];

export function aConnection(change: Partial<CrmConnection> = {}): CrmConnection {
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

export const noSlack: SlackConnection = {
  status: "DISCONNECTED",
  teamName: null,
  channelName: null,
  error: null,
  lastOkAt: null,
  connectedAt: null,
};

export function aSlackConnection(change: Partial<SlackConnection> = {}): SlackConnection {
  return {
    status: "ACTIVE",
    teamName: "Bright Dental",
    channelName: "#calls",
    error: null,
    lastOkAt: "2026-11-20T15:47:00Z",
    connectedAt: "2026-11-02T10:00:00Z",
    ...change,
  };
}

export function aWebhook(change: Partial<Webhook> = {}): Webhook {
  return {
    id: anId(),
    url: "https://example.com/hooks/calls",
    eventTypes: ["lead.captured", "call.ended"],
    status: "ACTIVE",
    createdAt: "2026-11-02T10:00:00Z",
    ...change,
  };
}

/** What every way of telling keeps of what it sent; this one arrived at once. */
export function anArrival() {
  return {
    id: anId(),
    status: "DELIVERED" as const,
    attempts: [{ at: "2026-11-20T15:47:00Z", status: 204, error: null }] as DeliveryAttempt[],
    lastError: null,
    createdAt: "2026-11-20T15:46:58Z",
    nextAttemptAt: null,
    deliveredAt: "2026-11-20T15:47:00Z",
  };
}

/** What came to nothing twice, and is tried again at 9:53 in the business's zone. */
export function aWait() {
  return {
    ...anArrival(),
    status: "WAITING" as const,
    attempts: [
      { at: "2026-11-20T15:47:00Z", status: 500, error: "It had a problem of its own." },
      { at: "2026-11-20T15:48:00Z", status: null, error: "It took too long." },
    ] as DeliveryAttempt[],
    lastError: "It took too long.",
    nextAttemptAt: "2026-11-20T15:53:00Z",
    deliveredAt: null,
  };
}

interface Connected {
  connections?: CrmConnection[];
  slack?: SlackConnection;
  webhooks?: Webhook[];
}

/** The organization is connected to these, and to nothing else. */
export function givenIntegrations({ connections = [], slack = noSlack, webhooks = [] }: Connected = {}) {
  server.use(
    on("get", "/api/crm/connections", () => ok({ items: connections, next: null })),
    on("get", "/api/notifications/slack", () => ok(slack)),
    on("get", "/api/webhooks", () => ok({ items: webhooks, next: null })),
  );
}

/** The card of a page of settings with this title. */
export async function card(name: string) {
  return within(await screen.findByRole("region", { name }));
}
