import { TZDate } from "@date-fns/tz";
import type { Day } from "./day";

// Reckoning on the clock of the business; what only shows a time is in time.ts.

/** When the day begins in the business's zone, or the one that many days later. */
export function startOfDay(day: Day, timeZone: string, daysLater = 0): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(new TZDate(year, month - 1, date + daysLater, timeZone).getTime());
}

/** The hour on the clock of `timeZone`, 0 to 23. */
export function hourIn(time: Date, timeZone: string): number {
  return new TZDate(time.getTime(), timeZone).getHours();
}
