import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { browser } from "./browser";
import { checkAgainstDocument } from "./contract";
import { server } from "./server";

// Two busy cores may need a while; and a whole page printed on failure hides the failure.
configure({ asyncUtilTimeout: 5_000, getElementError: (message) => new Error(message ?? "Not found.") });
browser.install();

beforeAll(() => {
  server.listen({ onUnhandledRequest: "error" });
  checkAgainstDocument(server);
});
beforeEach(() => browser.reset());
afterEach(() => {
  cleanup();
  server.resetHandlers();
});
afterAll(() => server.close());
