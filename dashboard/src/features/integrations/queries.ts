import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { components } from "@/api/types";
import type { Body } from "@/lib/api-paths";
import { useMay } from "@/lib/me-context";
import { useNewestFirst } from "@/lib/newest-first";
import { hasStatus } from "@/lib/problem";
import { useHttp } from "@/lib/session-context";

export type CrmConnection = components["schemas"]["CrmConnection"];
export type Webhook = components["schemas"]["Webhook"];
export type WebhookEventType = components["schemas"]["WebhookEventType"];
export type SlackConnection = components["schemas"]["SlackConnection"];
export type SlackEventType = components["schemas"]["SlackDelivery"]["eventType"];

const crmKey = ["integrations", "crm"] as const;
const slackKey = ["integrations", "slack"] as const;
const webhooksKey = ["integrations", "webhooks"] as const;
const LARGEST_PAGE = 100;
const nobody: ReadonlyMap<string, string> = new Map();

export function useCrmConnections() {
  const http = useHttp();
  return useQuery({
    queryKey: crmKey,
    queryFn: async ({ signal }) => (await http.get("/api/crm/connections", { signal })).items,
  });
}

/** Asks where the CRM lets its owner decide, and goes there; it sends the browser back to this page. */
export function useConnectCrm() {
  const http = useHttp();
  return useMutation({
    mutationFn: () =>
      http.post("/api/crm/authorizations", {
        body: { provider: "HUBSPOT" },
        idempotencyKey: crypto.randomUUID(),
      }),
    onSuccess: ({ authorizationUrl }) => window.location.assign(authorizationUrl),
  });
}

/** Ends it. Somebody else may have been faster: what is gone already needs no ending. */
export function useDisconnectCrm() {
  const http = useHttp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (crmConnectionId: string) =>
      http.delete("/api/crm/connections/{crmConnectionId}", { path: { crmConnectionId } }).catch(unlessGone),
    onSuccess: () => queries.invalidateQueries({ queryKey: crmKey }),
  });
}

function unlessGone(error: unknown) {
  if (!hasStatus(error, 404)) {
    throw error;
  }
}

/** Which leads were brought to the CRM, newest first. */
export function useCrmDeliveries(crmConnectionId: string) {
  const http = useHttp();
  return useNewestFirst([...crmKey, crmConnectionId, "deliveries"], (asked) =>
    http.get("/api/crm/connections/{crmConnectionId}/deliveries", { path: { crmConnectionId }, ...asked }),
  );
}

/**
 * The names of the newest leads by their ids, asked for once: what is brought to the CRM is about them as a rule. An
 * older lead has no name here.
 */
export function useLeadNames(): ReadonlyMap<string, string> {
  const http = useHttp();
  const names = useQuery({
    queryKey: [...crmKey, "lead names"],
    queryFn: async ({ signal }) => {
      const { items } = await http.get("/api/leads", { query: { limit: LARGEST_PAGE }, signal });
      return new Map(items.map((lead) => [lead.id, lead.name]));
    },
    enabled: useMay("LEADS_READ"),
  });
  return names.data ?? nobody;
}

/** Where in Slack the organization is told; its status says when nowhere. */
export function useSlack() {
  const http = useHttp();
  return useQuery({
    queryKey: slackKey,
    queryFn: ({ signal }) => http.get("/api/notifications/slack", { signal }),
  });
}

/** Asks where Slack lets its owner decide, and goes there; it sends the browser back to this page. */
export function useConnectSlack() {
  const http = useHttp();
  return useMutation({
    mutationFn: () =>
      http.post("/api/notifications/slack/authorizations", { idempotencyKey: crypto.randomUUID() }),
    onSuccess: ({ authorizationUrl }) => window.location.assign(authorizationUrl),
  });
}

/** Ends it. Somebody else may have been faster: what is gone already needs no ending. */
export function useDisconnectSlack() {
  const http = useHttp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => http.delete("/api/notifications/slack", {}).catch(unlessGone),
    onSuccess: () => queries.invalidateQueries({ queryKey: slackKey }),
  });
}

/** What was told in Slack, newest first. */
export function useSlackDeliveries() {
  const http = useHttp();
  return useNewestFirst([...slackKey, "deliveries"], (asked) =>
    http.get("/api/notifications/slack/deliveries", asked),
  );
}

/** All of them: an organization has a handful. */
export function useWebhooks() {
  const http = useHttp();
  return useQuery({
    queryKey: webhooksKey,
    queryFn: async ({ signal }) =>
      (await http.get("/api/webhooks", { query: { limit: LARGEST_PAGE }, signal })).items,
  });
}

type NewWebhook = Body<"post", "/api/webhooks">;

/** Adds a webhook. Sending the same one again after a failure cannot add it twice. */
export function useAddWebhook() {
  const http = useHttp();
  const queries = useQueryClient();
  const attempt = useRef({ said: "", key: "" });
  return useMutation({
    mutationFn: (body: NewWebhook) => {
      const said = JSON.stringify(body);
      if (attempt.current.said !== said) {
        attempt.current = { said, key: crypto.randomUUID() };
      }
      return http.post("/api/webhooks", { body, idempotencyKey: attempt.current.key });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: webhooksKey }),
  });
}

export function useRemoveWebhook() {
  const http = useHttp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (webhook: Webhook) =>
      http.delete("/api/webhooks/{webhookId}", { path: { webhookId: webhook.id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: webhooksKey }),
  });
}

/** What was sent to a webhook, newest first. */
export function useWebhookDeliveries(webhookId: string) {
  const http = useHttp();
  return useNewestFirst([...webhooksKey, webhookId, "deliveries"], (asked) =>
    http.get("/api/webhooks/{webhookId}/deliveries", { path: { webhookId }, ...asked }),
  );
}
