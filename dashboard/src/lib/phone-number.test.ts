import { describe, expect, test } from "vitest";
import { toE164 } from "./e164";
import { showPhoneNumber } from "./phone-number";

test.each([
  ["+14155550132", "US", "(415) 555-0132"],
  ["+14155550132", "PT", "+1 (415) 555-0132"],
  ["+351212345678", "US", "+351 212 345 678"],
])("%s is shown in %s as %s", (number, country, shown) => {
  expect(showPhoneNumber(number, country)).toBe(shown);
});

describe("a number as typed", () => {
  test.each([
    ["(415) 555-0132", "US", "+14155550132"],
    ["1-415-555-0132", "US", "+14155550132"],
    [" +351 212 345 678 ", "US", "+351212345678"],
    ["212 345 678", "PT", "+351212345678"],
  ])("%s in %s is %s", (typed, country, number) => {
    expect(toE164(typed, country)).toBe(number);
  });

  test.each(["555", "call me", "", "415555013200000000"])("%s is none", (typed) => {
    expect(toE164(typed, "US")).toBeUndefined();
  });
});
