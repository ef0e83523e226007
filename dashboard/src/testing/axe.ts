import axe from "axe-core";

/** What axe finds wrong on the page; colours need a real browser and are checked there. */
export async function violations(): Promise<string[]> {
  const results = await axe.run(document.body, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
    // Open menus and dialogs hang on the body, outside of every landmark.
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  return results.violations.map(
    ({ help, nodes }) => `${help}: ${nodes.map((node) => node.html).join(" | ")}`,
  );
}
