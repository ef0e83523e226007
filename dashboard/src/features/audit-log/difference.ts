import { auditCopy as words } from "./copy";

interface Difference {
  field: string;
  before: string;
  after: string;
}

type Row = Record<string, unknown> | null;

/** What a change changed, field by field, in words; what stayed as it was is left out. */
export function differencesOf(before: Row, after: Row): Difference[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .map((field) => ({ field: inWords(field), before: say(before?.[field]), after: say(after?.[field]) }))
    .filter((one) => one.before !== one.after);
}

/** "Time zone" of `time_zone`, `timeZone` and `time zone`. */
export function inWords(name: string): string {
  return capital(
    name
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .replaceAll("_", " ")
      .toLowerCase(),
  );
}

/** "Member added" of `member.added`; the thing as it is called elsewhere on the page. */
export function sayAction(action: string): string {
  const [thing = "", verb = ""] = action.split(".");
  return capital(
    `${words.targets[thing] ?? inWords(thing).toLowerCase()} ${verb.replaceAll("_", " ")}`.trim(),
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function say(value: unknown): string {
  if (value === null || value === undefined || value === "") {
    return words.nothing;
  }
  if (typeof value === "boolean") {
    return value ? words.yes : words.no;
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? words.nothing : value.map(say).join(", ");
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
