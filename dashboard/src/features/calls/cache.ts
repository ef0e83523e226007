import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { Answer } from "@/lib/api-paths";
import { type Call, type CallFilters, isLive } from "./filters";
import { matches } from "./matching";

// The calls in the query cache, and the few ways they change.

export type CallPage = Answer<"get", "/api/calls">;
export type CallList = InfiniteData<CallPage, string | null>;
export type CallDetail = Answer<"get", "/api/calls/{callId}">;

const listsKey = ["calls", "list"] as const;

export function listKey(filters: CallFilters) {
  return [...listsKey, filters] as const;
}

export const liveKey = ["calls", "live"] as const;
export const namesKey = ["calls", "lead-names"] as const;

/** What belongs to one call: `part` is the call itself, or what is asked for beside it. */
export function callKey(callId: string, part: "call" | "turns" | "events" | "crm") {
  return ["calls", "one", callId, part] as const;
}

/** Puts a newer version of a call wherever it is listed; an older one, which frames may bring late, changes nothing. */
export function putNewer(queries: QueryClient, call: Call) {
  queries.setQueriesData<CallList>(
    { queryKey: listsKey },
    (list) =>
      list && {
        ...list,
        pages: list.pages.map((page) => ({
          ...page,
          items: page.items.map((known) => newerOf(known, call)),
        })),
      },
  );
}

/** Puts calls on top of every list whose filters they match. */
export function putOnTop(queries: QueryClient, calls: readonly Call[], timeZone: string) {
  for (const query of queries.getQueryCache().findAll({ queryKey: listsKey })) {
    const filters = query.queryKey[2] as CallFilters;
    const fitting = calls.filter((call) => matches(call, filters, timeZone));
    queries.setQueryData<CallList>(query.queryKey, (list) => list && withOnTop(list, fitting));
  }
}

function withOnTop(list: CallList, calls: readonly Call[]): CallList {
  const known = new Set(list.pages.flatMap((page) => page.items.map((call) => call.id)));
  const added = calls.filter((call) => !known.has(call.id));
  const [first, ...others] = list.pages;
  if (first === undefined || added.length === 0) {
    return list;
  }
  return { ...list, pages: [{ ...first, items: [...added, ...first.items] }, ...others] };
}

/** Takes the newer version of one call; another call stays as it is. */
export function newerOf<T extends Call>(known: T, heard: Call): T {
  return known.id === heard.id && known.version < heard.version ? { ...known, ...heard } : known;
}

/** The calls going on after this one was heard of. One that ended stays, to be seen ending, until it is taken out. */
export function withHeard(live: readonly Call[], heard: Call): readonly Call[] {
  if (live.some((call) => call.id === heard.id)) {
    return live.map((call) => newerOf(call, heard));
  }
  return isLive(heard) ? [heard, ...live] : live;
}
