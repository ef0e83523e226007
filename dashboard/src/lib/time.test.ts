import { describe, expect, test } from "vitest";
import { clockTime, sayExactly, sayWhen } from "./time";

const now = new Date("2026-11-22T15:54:00Z");

test.each([
  ["seconds ago", "2026-11-22T15:53:30Z", "Just now"],
  ["in the future, by a clock that is off", "2026-11-22T15:54:20Z", "Just now"],
  ["minutes ago", "2026-11-22T15:42:00Z", "12 min ago, 9:42 AM"],
  ["hours ago", "2026-11-22T09:42:00Z", "6 hr ago, 3:42 AM"],
  ["days ago", "2026-11-17T15:42:00Z", "Nov 17"],
  ["last year", "2025-11-17T15:42:00Z", "Nov 17, 2025"],
])("what happened %s is said so", (_case, time, said) => {
  expect(sayWhen(new Date(time), now, "America/Chicago")).toBe(said);
});

describe("business time", () => {
  test.each([
    ["before the spring change", "2027-03-14T07:59:00Z", "America/Chicago", "1:59 AM"],
    ["after the spring change", "2027-03-14T08:00:00Z", "America/Chicago", "3:00 AM"],
    ["in the hour that comes twice, first", "2027-11-07T06:30:00Z", "America/Chicago", "1:30 AM"],
    ["in the hour that comes twice, again", "2027-11-07T07:30:00Z", "America/Chicago", "1:30 AM"],
    ["in a half-hour zone", "2026-11-22T15:54:00Z", "Asia/Kolkata", "9:24 PM"],
  ])("is right %s", (_case, time, zone, said) => {
    expect(clockTime(new Date(time), zone)).toBe(said);
  });

  test("names the zone, and this device's clock when that is another", () => {
    expect(sayExactly(now, "America/Chicago", "America/Chicago")).toBe("Sun, Nov 22, 2026, 9:54 AM CST");
    expect(sayExactly(now, "America/Chicago", "America/New_York")).toBe(
      "Sun, Nov 22, 2026, 9:54 AM CST (here: Sun, Nov 22, 2026, 10:54 AM EST)",
    );
  });
});
