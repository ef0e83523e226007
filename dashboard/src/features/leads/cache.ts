import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { Answer } from "@/lib/api-paths";
import { type Lead, type LeadFilters, matches } from "./filters";

// The lists of leads in the query cache, and the few ways they change.

export type LeadPage = Answer<"get", "/api/leads">;
type LeadList = InfiniteData<LeadPage, string | null>;

const listsKey = ["leads", "list"] as const;

export function listKey(filters: LeadFilters) {
  return [...listsKey, filters] as const;
}

/** Puts a newer version of a lead wherever it is listed; an older one, which frames may bring late, changes nothing. */
export function putNewer(queries: QueryClient, lead: Lead) {
  changeEach(queries, (known) => (known.id === lead.id && known.version < lead.version ? lead : known));
}

/** Shows a change before the server has agreed to it. */
export function showChange(queries: QueryClient, id: string, change: Partial<Lead>) {
  changeEach(queries, (known) => (known.id === id ? { ...known, ...change } : known));
}

/** Takes a change back, unless something newer has arrived since. */
export function takeBack(queries: QueryClient, before: Lead) {
  changeEach(queries, (known) =>
    known.id === before.id && known.version <= before.version ? before : known,
  );
}

/** Puts leads on top of every list whose filters they match. */
export function putOnTop(queries: QueryClient, leads: readonly Lead[], me: string) {
  for (const query of queries.getQueryCache().findAll({ queryKey: listsKey })) {
    const filters = query.queryKey[2] as LeadFilters;
    const fitting = leads.filter((lead) => matches(lead, filters, me));
    queries.setQueryData<LeadList>(query.queryKey, (list) => list && withOnTop(list, fitting));
  }
}

function withOnTop(list: LeadList, leads: readonly Lead[]): LeadList {
  const known = new Set(list.pages.flatMap((page) => page.items.map((lead) => lead.id)));
  const added = leads.filter((lead) => !known.has(lead.id));
  const [first, ...others] = list.pages;
  if (first === undefined || added.length === 0) {
    return list;
  }
  return { ...list, pages: [{ ...first, items: [...added, ...first.items] }, ...others] };
}

function changeEach(queries: QueryClient, change: (lead: Lead) => Lead) {
  queries.setQueriesData<LeadList>(
    { queryKey: listsKey },
    (list) =>
      list && { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.map(change) })) },
  );
}
