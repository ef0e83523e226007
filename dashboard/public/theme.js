// Runs before the first paint, so that nobody who chose dark sees a flash of light. src/lib/theme.ts does the rest.
(() => {
  let chosen = "system";
  try {
    chosen = localStorage.getItem("hekax-theme") ?? "system";
  } catch {
    // Storage is refused: follow the system.
  }
  const dark =
    chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
