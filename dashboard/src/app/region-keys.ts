import { useEffect } from "react";

/** F6 moves the focus to the next region of the page (Shift+F6 to the one before), as desktop programs do. */
export function useRegionKeys() {
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      if (event.key === "F6") {
        event.preventDefault();
        focusRegion(event.shiftKey ? -1 : 1);
      }
    };
    window.addEventListener("keydown", move);
    return () => window.removeEventListener("keydown", move);
  }, []);
}

function focusRegion(step: 1 | -1) {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")];
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  const from = current === -1 && step === -1 ? 0 : current;
  regions[(from + step + regions.length) % regions.length]?.focus();
}
