import { expect, test } from "vitest";
import { differencesOf, inWords, sayAction } from "./difference";

test("a change is told field by field, without what stayed", () => {
  const before = { name: "Bright", time_zone: "America/Chicago", features: ["A"], open: true };
  const after = { name: "Bright", time_zone: "America/New_York", features: ["A", "B"], open: false };
  expect(differencesOf(before, after)).toEqual([
    { field: "Time zone", before: "America/Chicago", after: "America/New_York" },
    { field: "Features", before: "A", after: "A, B" },
    { field: "Open", before: "yes", after: "no" },
  ]);
});

test("what was added has nothing before, and what was removed nothing after", () => {
  expect(differencesOf(null, { role: "AGENT", note: null })).toEqual([
    { field: "Role", before: "nothing", after: "AGENT" },
  ]);
  expect(differencesOf({ role: "AGENT" }, null)).toEqual([
    { field: "Role", before: "AGENT", after: "nothing" },
  ]);
});

test.each([
  ["member.added", "Member added"],
  ["crm_connection.connected", "HubSpot connection connected"],
  ["new_thing.updated", "New thing updated"],
])("%s is said as %s", (action, said) => {
  expect(sayAction(action)).toBe(said);
});

test("field names are words", () => {
  expect(inWords("lastUsedAt")).toBe("Last used at");
});
