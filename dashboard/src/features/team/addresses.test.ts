import { expect, test } from "vitest";
import { readAddresses } from "./addresses";

test.each([
  ["one", "ana@example.com", ["ana@example.com"]],
  [
    "a line with commas",
    "ana@example.com, ben@example.com,cy@example.com",
    ["ana@example.com", "ben@example.com", "cy@example.com"],
  ],
  ["a column", "ana@example.com\r\n\r\nben@example.com\n", ["ana@example.com", "ben@example.com"]],
  ["semicolons", "ana@example.com;ben@example.com;", ["ana@example.com", "ben@example.com"]],
  [
    "names out of a mail",
    'Ana Silva <ana@example.com>, "Ode, Ben" <ben@example.com>',
    ["ana@example.com", "ben@example.com"],
  ],
  ["the same twice", "Ana@Example.com ana@example.com", ["Ana@Example.com"]],
  ["nothing", " \n ", []],
])("when %s is pasted, then each address is there once", (_case, pasted, emails) => {
  expect(readAddresses(pasted)).toEqual({ emails, wrong: [] });
});

test("when something else is among them, then it is named", () => {
  expect(readAddresses("ana@example.com, ben@, cy")).toEqual({
    emails: ["ana@example.com"],
    wrong: ["ben@", "cy"],
  });
});
