import { startOfDay } from "@/lib/business-time";
import type { Call, CallFilters } from "./filters";

/** The filters as the API takes them. */
export function filtersInApi({ outcome, direction, from, to, caller }: CallFilters, timeZone: string) {
  return {
    ...(outcome && { outcome }),
    ...(direction && { direction }),
    ...(from && { startedFrom: startOfDay(from, timeZone).toISOString() }),
    ...(to && { startedBefore: startOfDay(to, timeZone, 1).toISOString() }),
    ...(caller && { caller }),
  };
}

/** Whether a list under these filters shows the call. */
export function matches(call: Call, filters: CallFilters, timeZone: string): boolean {
  const { outcome, direction, startedFrom, startedBefore, caller } = filtersInApi(filters, timeZone);
  const startedAt = Date.parse(call.startedAt);
  return (
    (outcome === undefined || call.outcome === outcome) &&
    (direction === undefined || call.direction === direction) &&
    (startedFrom === undefined || startedAt >= Date.parse(startedFrom)) &&
    (startedBefore === undefined || startedAt < Date.parse(startedBefore)) &&
    (caller === undefined || call.from === caller)
  );
}
