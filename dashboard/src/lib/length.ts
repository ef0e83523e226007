/** A length as a clock shows it: "4:12", "1:04:12". */
export function showLength(seconds: number): string {
  const { hours, minutes, rest } = inParts(seconds);
  const twoDigits = (part: number) => String(part).padStart(2, "0");
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${twoDigits(rest)}` : `${minutes}:${twoDigits(rest)}`;
}

/** The same as people say it: "4 minutes 12 seconds". */
export function speakLength(seconds: number): string {
  const { hours, minutes, rest } = inParts(seconds);
  const parts = [counted(hours, "hour"), counted(minutes, "minute"), counted(rest, "second")];
  return parts.filter((part) => part !== undefined).join(" ") || "0 seconds";
}

function inParts(seconds: number) {
  const whole = Math.max(0, Math.floor(seconds));
  return { hours: Math.floor(whole / 3600), minutes: Math.floor((whole % 3600) / 60), rest: whole % 60 };
}

function counted(count: number, unit: string): string | undefined {
  return count === 0 ? undefined : `${count} ${unit}${count === 1 ? "" : "s"}`;
}
