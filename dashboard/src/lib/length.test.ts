import { expect, test } from "vitest";
import { showLength, speakLength } from "./length";

test.each([
  [0, "0:00", "0 seconds"],
  [9.9, "0:09", "9 seconds"],
  [61, "1:01", "1 minute 1 second"],
  [252, "4:12", "4 minutes 12 seconds"],
  [3_852, "1:04:12", "1 hour 4 minutes 12 seconds"],
  [-3, "0:00", "0 seconds"],
])("%d seconds are shown as %s and spoken as %s", (seconds, shown, spoken) => {
  expect(showLength(seconds)).toBe(shown);
  expect(speakLength(seconds)).toBe(spoken);
});
