import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { Answer } from "@/lib/api-paths";
import type { Http } from "@/lib/http";
import { useMay, useMe } from "@/lib/me-context";
import { useHttp } from "@/lib/session-context";
import { useLinkHealth } from "@/live/live-context";
import { callKey, listKey } from "./cache";
import { type Call, type CallFilters, isLive } from "./filters";
import { filtersInApi } from "./matching";

export const POLL_WHILE_PAUSED_MS = 15_000;
/** What is said in a call is not announced by frames: while it goes on, it is asked for. */
const POLL_TURNS_MS = 2_000;
const LARGEST_PAGE = 100;

/** The calls under these filters, newest first, page by page. The rows before stay until the new ones are there. */
export function useCalls(filters: CallFilters) {
  const http = useHttp();
  const { timeZone } = useMe().organization;
  const { health } = useLinkHealth();
  return useInfiniteQuery({
    queryKey: listKey(filters),
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filtersInApi(filters, timeZone), ...(pageParam && { cursor: pageParam }) };
      return http.get("/api/calls", { query, signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: health === "paused" ? POLL_WHILE_PAUSED_MS : false,
  });
}

/** One call with the messages left in it. */
export function useCall(callId: string) {
  const http = useHttp();
  const { health } = useLinkHealth();
  return useQuery({
    queryKey: callKey(callId, "call"),
    queryFn: ({ signal }) => http.get("/api/calls/{callId}", { path: { callId }, signal }),
    refetchInterval: health === "paused" ? POLL_WHILE_PAUSED_MS : false,
  });
}

/** What was said, from the beginning, and on as it is said. */
export function useTurns(call: Call) {
  const http = useHttp();
  return useQuery({
    queryKey: callKey(call.id, "turns"),
    queryFn: ({ signal }) => allTurns(http, call.id, signal),
    refetchInterval: isLive(call) ? POLL_TURNS_MS : false,
  });
}

/** What happened, from the beginning. */
export function useEvents(call: Call) {
  const http = useHttp();
  return useQuery({
    queryKey: callKey(call.id, "events"),
    queryFn: ({ signal }) => allEvents(http, call.id, signal),
  });
}

export type CallTurn = Answer<"get", "/api/calls/{callId}/turns">["items"][number];
export type CallEvent = Answer<"get", "/api/calls/{callId}/events">["items"][number];
export type CrmLink = Answer<"get", "/api/crm/links">["items"][number];

function allTurns(http: Http, callId: string, signal: AbortSignal): Promise<CallTurn[]> {
  return allPages((query) => http.get("/api/calls/{callId}/turns", { path: { callId }, query, signal }));
}

function allEvents(http: Http, callId: string, signal: AbortSignal): Promise<CallEvent[]> {
  return allPages((query) => http.get("/api/calls/{callId}/events", { path: { callId }, query, signal }));
}

/** A conversation is read as a whole, so its few pages are fetched one after the other. */
async function allPages<T>(
  page: (query: { limit: number; cursor?: string }) => Promise<{ items: T[]; next: string | null }>,
): Promise<T[]> {
  const items: T[] = [];
  let next: string | null = null;
  do {
    const answer: { items: T[]; next: string | null } = await page({
      limit: LARGEST_PAGE,
      ...(next !== null && { cursor: next }),
    });
    items.push(...answer.items);
    next = answer.next;
  } while (next !== null);
  return items;
}

/** The lead that was captured in the call; nothing is asked for without one, or without the right to see it. */
export function useLeadOf(call: Call) {
  const http = useHttp();
  const leadId = call.leadId ?? undefined;
  return useQuery({
    queryKey: ["leads", "one", leadId],
    queryFn: ({ signal }) => http.get("/api/leads/{leadId}", { path: { leadId: leadId ?? "" }, signal }),
    enabled: useMay("LEADS_READ") && leadId !== undefined,
  });
}

/** Where the call and the lead that it made are in the CRM. */
export function useCrmLinks(call: Call) {
  const http = useHttp();
  const leadId = call.leadId ?? undefined;
  return useQuery({
    queryKey: [...callKey(call.id, "crm"), leadId],
    queryFn: async ({ signal }) => {
      // A contact belongs to its lead and to no call, so with a lead all of the lead's links are looked through.
      const query = leadId === undefined ? { callId: call.id } : { leadId };
      const { items } = await http.get("/api/crm/links", { query, signal });
      return items.filter((link) => link.kind === "CONTACT" || link.callId === call.id);
    },
    enabled: useMay("LEADS_READ"),
  });
}
