import { useLocation } from "@tanstack/react-router";
import { type RefCallback, useCallback } from "react";
import type { Lead } from "./filters";

interface Mark {
  ref: RefCallback<HTMLElement>;
  "aria-current"?: "true";
}

/** Marks the lead that the address names, as a link from its call does, and brings it into view. */
export function useMarked(lead: Lead): Mark {
  const marked = useLocation({ select: ({ hash }) => hash === `lead-${lead.id}` });
  const ref = useCallback(
    (row: HTMLElement | null) => {
      if (marked) {
        row?.scrollIntoView({ block: "nearest" });
      }
    },
    [marked],
  );
  return marked ? { ref, "aria-current": "true" } : { ref };
}
