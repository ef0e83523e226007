import { useEffect } from "react";

const TYPING = "input, textarea, select, [contenteditable], [role=menu], [role=dialog]";

/**
 * `j` and `k` move the focus down and up along the links that `selector` finds on the page; Enter opens one, as it does
 * any link. Ignored while somebody types or a menu is open.
 */
export function useRowKeys(selector: string) {
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[event.key];
      const { target } = event;
      const typing = target instanceof Element && target.closest(TYPING) !== null;
      if (step === undefined || typing || event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      const links = [...document.querySelectorAll<HTMLElement>(selector)];
      const at = links.indexOf(document.activeElement as HTMLElement);
      const next = at < 0 ? links[0] : links[at + step];
      next?.focus();
      next?.scrollIntoView({ block: "nearest" });
    };
    document.addEventListener("keydown", move);
    return () => document.removeEventListener("keydown", move);
  }, [selector]);
}
