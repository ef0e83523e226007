import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useHttp } from "@/lib/session-context";
import type { Frame } from "./frames";
import { LiveLink } from "./link";
import type { LinkState } from "./socket";

interface Live extends LinkState {
  /** Calls `listener` with every frame until the returned function is called. */
  subscribe(listener: (frame: Frame) => void): () => void;
}

const LiveContext = createContext<Live | undefined>(undefined);

/** Keeps the live link open below it and asks for everything on screen again after a gap. */
export function LiveProvider({ scope, children }: { scope: string; children: ReactNode }) {
  const http = useHttp();
  const queries = useQueryClient();
  const listeners = useRef(new Set<(frame: Frame) => void>());
  const [state, setState] = useState<LinkState>(() => ({ downSince: Date.now() }));

  useEffect(() => {
    const link = new LiveLink(
      scope,
      async () => liveAddress((await http.post("/api/live/tickets", {})).ticket),
      {
        onFrame: (frame) => {
          for (const listener of listeners.current) {
            listener(frame);
          }
        },
        onGap: () => void queries.invalidateQueries(),
        onState: setState,
      },
    );
    link.start();
    return () => link.stop();
  }, [scope, http, queries]);

  const subscribe = useCallback((listener: (frame: Frame) => void) => {
    listeners.current.add(listener);
    return () => listeners.current.delete(listener);
  }, []);
  const live = useMemo<Live>(() => ({ ...state, subscribe }), [state, subscribe]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

function liveAddress(ticket: string): string {
  const url = new URL("/live", window.location.origin);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  url.searchParams.set("ticket", ticket);
  return url.href;
}

function useLive(): Live {
  const live = use(LiveContext);
  if (live === undefined) {
    throw new Error("No LiveProvider above.");
  }
  return live;
}

/** Calls `onFrame` with every frame while the component is on screen. */
export function useFrames(onFrame: (frame: Frame) => void) {
  const { subscribe } = useLive();
  const latest = useRef(onFrame);
  useEffect(() => {
    latest.current = onFrame;
  });
  useEffect(() => subscribe((frame) => latest.current(frame)), [subscribe]);
}

export type LinkHealth = "live" | "reconnecting" | "paused";

const SAY_RECONNECTING_AFTER_MS = 5_000;
const SAY_PAUSED_AFTER_MS = 30_000;

/** What to say about the link: a short loss is nobody's business. `since` is set while it is down. */
export function useLinkHealth(): { health: LinkHealth; since: number | undefined } {
  const { downSince } = useLive();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (downSince === undefined) {
      return;
    }
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [downSince]);
  return { health: downSince === undefined ? "live" : healthAfter(now - downSince), since: downSince };
}

function healthAfter(downMs: number): LinkHealth {
  if (downMs < SAY_RECONNECTING_AFTER_MS) {
    return "live";
  }
  return downMs < SAY_PAUSED_AFTER_MS ? "reconnecting" : "paused";
}
