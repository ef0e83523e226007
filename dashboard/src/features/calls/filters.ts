import type { components } from "@/api/types";
import { type Day, readDay } from "@/lib/day";

export type Call = components["schemas"]["Call"];
export type CallStage = components["schemas"]["CallStage"];
export type CallOutcome = components["schemas"]["CallOutcome"];
export type CallDirection = components["schemas"]["CallDirection"];

export const outcomes = [
  "MISSED",
  "ANSWERED",
  "VOICEMAIL_LEFT",
  "MESSAGE_TAKEN",
  "LEAD_CAPTURED",
  "TRANSFERRED",
] as const satisfies readonly CallOutcome[];
export const directions = ["INBOUND", "OUTBOUND"] as const satisfies readonly CallDirection[];

/** The filters of the list, as the page's address carries them. What is undefined does not filter. */
export interface CallFilters {
  outcome?: CallOutcome | undefined;
  direction?: CallDirection | undefined;
  /** The first and the last day, in the business's zone. */
  from?: Day | undefined;
  to?: Day | undefined;
  /** The number that rang, E.164. */
  caller?: string | undefined;
}

/**
 * Reads filters from an address, which anybody may have typed: a value that does not exist does not filter. Names every
 * key, because the router keeps what the address said for keys that are left out.
 */
export function readCallFilters(search: Record<string, unknown>): CallFilters {
  return {
    outcome: outcomes.find((outcome) => outcome === search.outcome),
    direction: directions.find((direction) => direction === search.direction),
    from: readDay(search.from),
    to: readDay(search.to),
    caller: readCaller(search.caller),
  };
}

/** A plus sign that was not encoded arrives as a space, and a number without one as a number. */
function readCaller(written: unknown): string | undefined {
  const digits = /^[+ ]?([1-9]\d{6,14})$/.exec(String(written ?? ""))?.[1];
  return digits === undefined ? undefined : `+${digits}`;
}

export function isFiltered(filters: CallFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

export function isLive(call: Call): boolean {
  return call.stage !== "ENDED";
}

/** The number at the other end: who rang, or who was rung; undefined when the caller withheld it. */
export function otherNumber(call: Call): string | undefined {
  return (call.direction === "OUTBOUND" ? call.to : call.from) ?? undefined;
}
