import { type Day, readDay } from "@/lib/day";

/** What can be changed, as the log names it, in the order it is offered. */
export const targets = [
  "organization",
  "member",
  "invitation",
  "person",
  "session",
  "api_key",
  "lead",
  "receptionist",
  "receptionist_fact",
  "phone_number",
  "business_hours",
  "transfer_target",
  "crm_connection",
  "slack_connection",
  "webhook",
  "email_preferences",
] as const;

/** The filters of the log, as the page's address carries them. What is undefined does not filter. */
export interface AuditFilters {
  /** A member's id. */
  actor?: string | undefined;
  target?: (typeof targets)[number] | undefined;
  from?: Day | undefined;
  /** The last day that is shown. */
  to?: Day | undefined;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads filters from an address, which anybody may have typed: a value that cannot be does not filter. */
export function readAuditFilters(search: Record<string, unknown>): AuditFilters {
  const { actor, target } = search;
  return {
    actor: typeof actor === "string" && UUID.test(actor) ? actor : undefined,
    target: targets.find((one) => one === target),
    from: readDay(search.from),
    to: readDay(search.to),
  };
}

export function isFiltered(filters: AuditFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}
