import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Open menus and dialogs hang on the body, outside of every landmark.
const RUN = `axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { region: { enabled: false } },
})`;

/** What axe finds wrong with the page as it stands, each as one readable line; empty is what we want. */
export async function violations(page: Page): Promise<string[]> {
  // As an expression of the debugger, which a strict content policy does not stop.
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: source });
  const { result } = await session.send("Runtime.evaluate", {
    expression: RUN,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  return (result.value as AxeResults).violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.html).join(" | ")})`,
  );
}
