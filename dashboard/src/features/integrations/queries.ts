import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { components } from "@/api/types";
import type { Body } from "@/lib/api-paths";
import { useHttp } from "@/lib/session-context";

export type CrmConnection = components["schemas"]["CrmConnection"];
export type Webhook = components["schemas"]["Webhook"];
export type WebhookEventType = components["schemas"]["WebhookEventType"];
export type WebhookDelivery = components["schemas"]["WebhookDelivery"];
export type DeliveryStatus = WebhookDelivery["status"];

const crmKey = ["integrations", "crm"] as const;
const webhooksKey = ["integrations", "webhooks"] as const;

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

export function useDisconnectCrm() {
  const http = useHttp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (connection: CrmConnection) =>
      http.delete("/api/crm/connections/{crmConnectionId}", { path: { crmConnectionId: connection.id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: crmKey }),
  });
}

/** All of them: an organization has a handful. */
export function useWebhooks() {
  const http = useHttp();
  return useQuery({
    queryKey: webhooksKey,
    queryFn: async ({ signal }) => (await http.get("/api/webhooks", { query: { limit: 100 }, signal })).items,
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

/** What was sent to a webhook, newest first, page by page; asked for once somebody wants to see it. */
export function useWebhookDeliveries(webhook: Webhook) {
  const http = useHttp();
  return useInfiniteQuery({
    queryKey: [...webhooksKey, webhook.id, "deliveries"],
    queryFn: ({ pageParam, signal }) =>
      http.get("/api/webhooks/{webhookId}/deliveries", {
        path: { webhookId: webhook.id },
        query: { limit: 20, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}
