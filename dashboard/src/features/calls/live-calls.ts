import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useMay } from "@/lib/me-context";
import { useHttp } from "@/lib/session-context";
import { useFrames, useLinkHealth } from "@/live/live-context";
import { liveKey, withHeard } from "./cache";
import { type Call, isLive } from "./filters";
import { POLL_WHILE_PAUSED_MS } from "./queries";

/** So long a call that ended can still be seen, with what it led to. */
const SHOW_ENDED_MS = 8_000;

const none: readonly Call[] = [];

/** The calls going on now, newest first, as last heard of. */
export function useLiveCalls(): readonly Call[] {
  const http = useHttp();
  const { health } = useLinkHealth();
  const calls = useQuery({
    queryKey: liveKey,
    queryFn: async ({ signal }): Promise<readonly Call[]> =>
      (await http.get("/api/calls", { query: { live: "true" }, signal })).items,
    refetchInterval: health === "paused" ? POLL_WHILE_PAUSED_MS : false,
    enabled: useMay("CALLS_READ"),
  });
  return calls.data ?? none;
}

/** Keeps them in step with frames; used once, by the strip, which is on every page. */
export function useFollowLiveCalls(onHeard: (call: Call) => void) {
  const queries = useQueryClient();
  const may = useMay("CALLS_READ");
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());

  useFrames((frame) => {
    if (frame.type !== "call.updated" || !may) {
      return;
    }
    const call = frame.data;
    if (queries.getQueryState(liveKey)?.fetchStatus === "fetching") {
      // The answer under way may have been made before this happened.
      void queries.invalidateQueries({ queryKey: liveKey });
    }
    queries.setQueryData<readonly Call[]>(liveKey, (live) => live && withHeard(live, call));
    if (!isLive(call) && !timers.current.has(call.id)) {
      timers.current.set(call.id, setTimeout(remove, SHOW_ENDED_MS, call.id));
    }
    onHeard(call);
  });

  function remove(id: string) {
    timers.current.delete(id);
    queries.setQueryData<readonly Call[]>(liveKey, (live) => live?.filter((call) => call.id !== id));
  }

  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running.values()) {
        clearTimeout(timer);
      }
    };
  }, []);
}
