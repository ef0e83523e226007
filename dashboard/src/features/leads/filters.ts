import type { components } from "@/api/types";

export type Lead = components["schemas"]["Lead"];
export type LeadStage = components["schemas"]["LeadStage"];
export type LeadSource = components["schemas"]["LeadSource"];

export const stages = [
  "NEW",
  "CONTACTED",
  "QUALIFIED",
  "WON",
  "LOST",
] as const satisfies readonly LeadStage[];
export const sources = ["CALL", "MANUAL"] as const satisfies readonly LeadSource[];
export const owners = ["me", "nobody"] as const;

/** The filters of the list, as the page's address carries them. What is undefined does not filter. */
export interface LeadFilters {
  stage?: LeadStage | undefined;
  source?: LeadSource | undefined;
  owner?: (typeof owners)[number] | undefined;
}

/**
 * Reads filters from an address, which anybody may have typed: a value that does not exist does not filter. Names every
 * key, because the router keeps what the address said for keys that are left out.
 */
export function readLeadFilters(search: Record<string, unknown>): LeadFilters {
  return {
    stage: stages.find((stage) => stage === search.stage),
    source: sources.find((source) => source === search.source),
    owner: owners.find((owner) => owner === search.owner),
  };
}

/** Whether a list under these filters shows the lead; `me` is the reader's user id. */
export function matches(lead: Lead, filters: LeadFilters, me: string): boolean {
  return (
    (filters.stage === undefined || lead.stage === filters.stage) &&
    (filters.source === undefined || lead.source === filters.source) &&
    (filters.owner === undefined || (lead.assignedTo?.userId ?? "nobody") === ownerInApi(filters.owner, me))
  );
}

/** The filter as the API names it: a user id, or `nobody`. */
export function ownerInApi(owner: NonNullable<LeadFilters["owner"]>, me: string): string {
  return owner === "me" ? me : "nobody";
}

export function isFiltered(filters: LeadFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}
