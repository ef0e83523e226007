import { useQueryClient } from "@tanstack/react-query";
import { type CallList, listKey } from "./cache";
import type { Call, CallFilters } from "./filters";

export interface Place {
  /** Counted from 1. */
  place: number;
  count: number;
  /** The list goes on where nobody has looked yet. */
  more: boolean;
  newer: Call | undefined;
  older: Call | undefined;
}

/** Where a call stands in the list it was opened from, as far as that list was loaded; undefined when it was not. */
export function usePlace(callId: string, filters: CallFilters): Place | undefined {
  const list = useQueryClient().getQueryData<CallList>(listKey(filters));
  const calls = list?.pages.flatMap((page) => page.items) ?? [];
  const index = calls.findIndex((call) => call.id === callId);
  return index < 0
    ? undefined
    : {
        place: index + 1,
        count: calls.length,
        more: list?.pages.at(-1)?.next != null,
        newer: calls[index - 1],
        older: calls[index + 1],
      };
}
