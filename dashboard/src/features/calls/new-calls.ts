import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "@/lib/me-context";
import { useFrames } from "@/live/live-context";
import { newerOf, putNewer, putOnTop } from "./cache";
import { type Call, type CallFilters, isFiltered } from "./filters";
import { matches } from "./matching";

/** Further down than this and the reader is in the middle of the list. */
const TOP_PX = 80;

/**
 * Keeps the list in step with live frames. A new call goes on top when the reader is there and sees everything;
 * otherwise it waits, so that nothing moves under the eyes, until `show` is called.
 *
 * @param listed the calls on screen, which do not need to wait any more
 */
export function useNewCalls(filters: CallFilters, listed: readonly Call[]) {
  const queries = useQueryClient();
  const { timeZone } = useMe().organization;
  const [arrived, setArrived] = useState<readonly Call[]>([]);
  const shown = new Set(listed.map((call) => call.id));
  const waiting = arrived.filter((call) => !shown.has(call.id) && matches(call, filters, timeZone));

  useFrames((frame) => {
    if (frame.type !== "call.updated") {
      return;
    }
    const call = frame.data;
    putNewer(queries, call);
    if (arrived.some((known) => known.id === call.id)) {
      setArrived((calls) => calls.map((known) => newerOf(known, call)));
    } else if (!shown.has(call.id) && isNewest(call)) {
      meet(call);
    }
  });

  /** News of a call further down, which is not loaded, is not a new call. */
  function isNewest(call: Call): boolean {
    const newest = listed[0];
    return newest === undefined || Date.parse(call.startedAt) >= Date.parse(newest.startedAt);
  }

  function meet(call: Call) {
    if (!isFiltered(filters) && window.scrollY < TOP_PX) {
      putOnTop(queries, [call], timeZone);
    } else {
      setArrived((calls) => [call, ...calls.filter((known) => known.id !== call.id)]);
    }
  }

  function show() {
    putOnTop(queries, waiting, timeZone);
    setArrived([]);
    window.scrollTo({ top: 0 });
  }

  return { waiting, show };
}
