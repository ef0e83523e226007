export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const KEY = "hekax-theme";
const listeners = new Set<() => void>();

/** The theme this browser chose; public/theme.js reads the same key before the first paint. */
export function chosenTheme(): Theme {
  try {
    return themes.find((theme) => theme === localStorage.getItem(KEY)) ?? "system";
  } catch {
    return "system";
  }
}

export function chooseTheme(theme: Theme) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage is refused: the choice lasts until the page is closed.
  }
  paint(theme);
  for (const listener of listeners) {
    listener();
  }
}

export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps `system` in step with the system while the page is open. */
export function followSystemTheme() {
  systemIsDark().addEventListener("change", () => paint(chosenTheme()));
}

function paint(theme: Theme) {
  const dark = theme === "dark" || (theme === "system" && systemIsDark().matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

function systemIsDark() {
  return window.matchMedia("(prefers-color-scheme: dark)");
}
