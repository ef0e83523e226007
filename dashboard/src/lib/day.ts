/** A day of the calendar, "2026-11-20", as it is in an address and in a date field. */
export type Day = string;

/** The day in what somebody wrote, if there is such a day in this century. */
export function readDay(written: unknown): Day | undefined {
  if (typeof written !== "string" || !/^20\d{2}-\d{2}-\d{2}$/.test(written)) {
    return undefined;
  }
  const midnight = new Date(`${written}T00:00:00Z`);
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(written);
  return exists ? written : undefined;
}
