import { type Day, readDay } from "@/lib/day";

/** What is written down, as the log names it, in the order it is offered; others can be found by an entry of theirs. */
export const actions = [
  "organization.updated",
  "organization_closing.requested",
  "organization_closing.withdrawn",
  "member.added",
  "member.updated",
  "member.removed",
  "invitation.created",
  "person.updated",
  "session.opened",
  "session.ended",
  "session.refused",
  "api_key.created",
  "api_key.deleted",
  "lead.created",
  "lead.updated",
  "receptionist.updated",
  "receptionist_fact.created",
  "receptionist_fact.updated",
  "receptionist_fact.deleted",
  "phone_number.added",
  "phone_number.removed",
  "crm_connection.connected",
  "crm_connection.removed",
  "slack_connection.connected",
  "slack_connection.removed",
  "webhook.created",
  "webhook.deleted",
  "email_preferences.updated",
  "audit_log.exported",
] as const;

/** The filters of the log, as the page's address carries them. What is undefined does not filter. */
export interface AuditFilters {
  /** A member's id. */
  actor?: string | undefined;
  action?: string | undefined;
  /** The id of what was changed. */
  target?: string | undefined;
  from?: Day | undefined;
  /** The last day that is shown. */
  to?: Day | undefined;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ACTION = /^[a-z_]+\.[a-z_]+$/;
const TARGET = /^[\w-]{1,100}$/;

/** Reads filters from an address, which anybody may have typed: a value that cannot be does not filter. */
export function readAuditFilters(search: Record<string, unknown>): AuditFilters {
  return {
    actor: readMatching(UUID, search.actor),
    action: readMatching(ACTION, search.action),
    target: readMatching(TARGET, search.target),
    from: readDay(search.from),
    to: readDay(search.to),
  };
}

function readMatching(pattern: RegExp, written: unknown): string | undefined {
  return typeof written === "string" && pattern.test(written) ? written : undefined;
}

export function isFiltered(filters: AuditFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}
