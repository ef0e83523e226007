import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Answer, Body } from "@/lib/api-paths";
import { hasStatus } from "@/lib/problem";
import { useHttp, useSession } from "@/lib/session-context";

export type SessionItem = Answer<"get", "/api/me/sessions">["items"][number];

const twoStepKey = ["security", "two-step"] as const;
const sessionsKey = ["security", "sessions"] as const;

export function useTwoStep() {
  const http = useHttp();
  return useQuery({
    queryKey: twoStepKey,
    queryFn: ({ signal }) => http.get("/api/me/two-step", { signal }),
  });
}

/** Has what is known of the person's second step asked for anew. */
export function useTwoStepChanged() {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: twoStepKey }),
      queries.invalidateQueries({ queryKey: ["me"] }),
    ]);
}

export function useSessions() {
  const http = useHttp();
  return useQuery({
    queryKey: sessionsKey,
    queryFn: async ({ signal }) => (await http.get("/api/me/sessions", { signal })).items,
  });
}

/** Ends one. It may be over already: that is as good. */
export function useEndSession() {
  const http = useHttp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (sessionId: string) =>
      http.delete("/api/me/sessions/{sessionId}", { path: { sessionId } }).catch((error: unknown) => {
        if (!hasStatus(error, 404)) {
          throw error;
        }
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionsKey }),
  });
}

/** Ends all, and with them the one of this tab. */
export function useEndAllSessions() {
  const http = useHttp();
  const session = useSession();
  return useMutation({
    mutationFn: () => http.delete("/api/me/sessions", {}),
    onSuccess: () => session.forget(),
  });
}

export type TwoStepProof = Body<"post", "/api/me/two-step/disable">;
