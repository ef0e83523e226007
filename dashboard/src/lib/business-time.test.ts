import { expect, test } from "vitest";
import { hourIn, startOfDay } from "./business-time";
import { readDay } from "./day";

test.each([
  ["in winter", "2026-11-20", "America/Chicago", 0, "2026-11-20T06:00:00.000Z"],
  ["in summer", "2026-07-04", "America/Chicago", 0, "2026-07-04T05:00:00.000Z"],
  ["after the day with 23 hours", "2027-03-14", "America/Chicago", 1, "2027-03-15T05:00:00.000Z"],
  ["after the day with 25 hours", "2027-11-07", "America/Chicago", 1, "2027-11-08T06:00:00.000Z"],
  ["in a half-hour zone", "2026-11-20", "Asia/Kolkata", 0, "2026-11-19T18:30:00.000Z"],
  ["after the last of the year", "2026-12-31", "America/Chicago", 1, "2027-01-01T06:00:00.000Z"],
])("a day begins at the business's midnight %s", (_case, day, zone, later, begins) => {
  expect(startOfDay(day, zone, later).toISOString()).toBe(begins);
});

test("the hour is the business's", () => {
  expect(hourIn(new Date("2026-11-22T05:30:00Z"), "America/Chicago")).toBe(23);
  expect(hourIn(new Date("2026-11-22T06:30:00Z"), "America/Chicago")).toBe(0);
});

test.each(["2026-02-29", "2026-13-01", "26-01-01", "0026-01-01", "today", 20261120, undefined])(
  "%s is no day",
  (written) => {
    expect(readDay(written)).toBeUndefined();
  },
);

test("a leap day is one", () => {
  expect(readDay("2028-02-29")).toBe("2028-02-29");
});
