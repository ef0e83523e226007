import { useEffect, useRef } from "react";
import { announce } from "./announce";

const AT_MOST_EVERY_MS = 3_000;

/**
 * Has a screen reader say what keeps changing, at most once in three seconds: what came meanwhile is said together, and
 * of one subject only its last state.
 *
 * @returns says `text` about `subject`, now or when it is time
 */
export function useCalmAnnounce(): (subject: string, text: string) => void {
  const waiting = useRef(new Map<string, string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function sayWaiting() {
    timer.current = undefined;
    if (waiting.current.size > 0) {
      announce([...waiting.current.values()].join(". "));
      waiting.current.clear();
      timer.current = setTimeout(sayWaiting, AT_MOST_EVERY_MS);
    }
  }

  return (subject, text) => {
    waiting.current.set(subject, text);
    if (timer.current === undefined) {
      sayWaiting();
    }
  };
}
