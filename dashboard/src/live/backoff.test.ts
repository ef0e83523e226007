import { expect, test } from "vitest";
import { backoffMs } from "./backoff";

test.each([
  [0, 500],
  [1, 1_000],
  [4, 8_000],
  [6, 30_000],
  [500, 30_000],
])("after %i failures the wait is anywhere up to %i ms", (failures, most) => {
  expect(backoffMs(failures, () => 0)).toBe(0);
  expect(backoffMs(failures, () => 0.5)).toBe(most / 2);
  expect(backoffMs(failures, () => 1)).toBe(most);
});
