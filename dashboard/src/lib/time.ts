const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** "9:42 AM" on the clock of `timeZone`. */
export function clockTime(time: Date, timeZone?: string): string {
  return format({ hour: "numeric", minute: "2-digit" }, time, timeZone);
}

/** "9:42:05 AM" on the clock of `timeZone`, for what is seconds apart. */
export function clockTimeToTheSecond(time: Date, timeZone: string): string {
  return format({ hour: "numeric", minute: "2-digit", second: "2-digit" }, time, timeZone);
}

/** When something happened, as people say it: "12 min ago", "9:42 AM · 5 hr ago", "17 Nov", "17 Nov 2025". */
export function sayWhen(time: Date, now: Date, timeZone: string): string {
  const ageMs = Math.max(0, now.getTime() - time.getTime());
  if (ageMs < MINUTE_MS) {
    return "Just now";
  }
  if (ageMs < HOUR_MS) {
    return `${Math.floor(ageMs / MINUTE_MS)} min ago, ${clockTime(time, timeZone)}`;
  }
  if (ageMs < DAY_MS) {
    return `${Math.floor(ageMs / HOUR_MS)} hr ago, ${clockTime(time, timeZone)}`;
  }
  const sameYear = yearIn(time, timeZone) === yearIn(now, timeZone);
  return format({ day: "numeric", month: "short", ...(sameYear ? {} : { year: "numeric" }) }, time, timeZone);
}

/** "December 24, 2026", on the calendar of `timeZone`. */
export function dateIn(time: Date, timeZone: string): string {
  return format({ day: "numeric", month: "long", year: "numeric" }, time, timeZone);
}

/** Date and time in the business's zone and, when that is another, on this device's clock. */
export function sayExactly(time: Date, businessZone: string, deviceZone = thisDeviceZone()): string {
  const inBusiness = dateAndTime(time, businessZone);
  return deviceZone === businessZone ? inBusiness : `${inBusiness} (here: ${dateAndTime(time, deviceZone)})`;
}

export function thisDeviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function dateAndTime(time: Date, timeZone: string): string {
  const parts = {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
  };
  return format({ ...parts, timeZoneName: "short" } as Intl.DateTimeFormatOptions, time, timeZone);
}

function yearIn(time: Date, timeZone: string): string {
  return format({ year: "numeric" }, time, timeZone);
}

function format(options: Intl.DateTimeFormatOptions, time: Date, timeZone: string | undefined): string {
  // A narrow no-break space between figures and AM reads well on screen but is not what people type or search.
  return new Intl.DateTimeFormat("en-US", { ...options, ...(timeZone === undefined ? {} : { timeZone }) })
    .format(time)
    .replaceAll("\u202f", " ");
}
