import type { CSSProperties } from "react";
import { Toaster } from "sonner";

const colours = {
  "--normal-bg": "var(--surface)",
  "--normal-text": "var(--ink)",
  "--normal-border": "var(--border)",
} as CSSProperties;

/** Where what went wrong or can be undone is said for a while. */
export function Toasts() {
  return <Toaster position="bottom-right" style={colours} />;
}
