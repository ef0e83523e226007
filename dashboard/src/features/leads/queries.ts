import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { Body } from "@/lib/api-paths";
import type { Http } from "@/lib/http";
import { useMe } from "@/lib/me-context";
import { useHttp } from "@/lib/session-context";
import { useLinkHealth } from "@/live/live-context";
import { listKey, putOnTop } from "./cache";
import { type LeadFilters, ownerInApi } from "./filters";

const POLL_WHILE_PAUSED_MS = 15_000;

/** The leads under these filters, newest first, page by page. The rows before stay until the new ones are there. */
export function useLeads(filters: LeadFilters) {
  const http = useHttp();
  const me = useMe().user.id;
  const { health } = useLinkHealth();
  return useInfiniteQuery({
    queryKey: listKey(filters),
    queryFn: ({ pageParam, signal }) => getPage(http, filters, me, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: health === "paused" ? POLL_WHILE_PAUSED_MS : false,
  });
}

function getPage(http: Http, filters: LeadFilters, me: string, cursor: string | null, signal: AbortSignal) {
  const { stage, source, owner } = filters;
  const query = {
    ...(stage && { stage }),
    ...(source && { source }),
    ...(owner && { assignedTo: ownerInApi(owner, me) }),
    ...(cursor && { cursor }),
  };
  return http.get("/api/leads", { query, signal });
}

type NewLead = Body<"post", "/api/leads">;

/** Adds a lead. Sending the same one again after a failure cannot add it twice. */
export function useCreateLead() {
  const http = useHttp();
  const queries = useQueryClient();
  const me = useMe().user.id;
  const attempt = useRef({ said: "", key: "" });
  return useMutation({
    mutationFn: (body: NewLead) => {
      const said = JSON.stringify(body);
      if (attempt.current.said !== said) {
        attempt.current = { said, key: crypto.randomUUID() };
      }
      return http.post("/api/leads", { body, idempotencyKey: attempt.current.key });
    },
    onSuccess: (lead) => putOnTop(queries, [lead], me),
  });
}
