import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/types";
import { useNewestFirst } from "@/lib/newest-first";
import { useHttp } from "@/lib/session-context";

export type EmailEventType = components["schemas"]["EmailEventType"];
type EmailPreferences = components["schemas"]["EmailPreferences"];

const preferencesKey = ["notifications", "email", "preferences"] as const;

/** What the person who is signed in is told of by e-mail. */
export function useEmailPreferences() {
  const http = useHttp();
  return useQuery({
    queryKey: preferencesKey,
    queryFn: ({ signal }) => http.get("/api/notifications/email/preferences", { signal }),
  });
}

/**
 * Says whether one kind of e-mail is wanted. The API takes all kinds at once, so one change waits for the one before
 * and builds on what was saved: quick ones cannot undo each other, and one that fails takes no other with it.
 */
export function useChooseEmail(type: EmailEventType) {
  const http = useHttp();
  const queries = useQueryClient();
  return useMutation({
    scope: { id: preferencesKey.join(" ") },
    mutationFn: (wanted: boolean) => {
      const saved = queries.getQueryData<EmailPreferences>(preferencesKey)?.eventTypes ?? [];
      const others = saved.filter((other) => other !== type);
      return http.put("/api/notifications/email/preferences", {
        body: { eventTypes: wanted ? [...others, type] : others },
        idempotencyKey: crypto.randomUUID(),
      });
    },
    onSuccess: async (preferences) => {
      // An answer from before the change that is still on its way would take it back on screen.
      await queries.cancelQueries({ queryKey: preferencesKey });
      queries.setQueryData(preferencesKey, preferences);
    },
  });
}

/** What was sent to the members of the organization, newest first. */
export function useEmailDeliveries() {
  const http = useHttp();
  return useNewestFirst(["notifications", "email", "deliveries"], (asked) =>
    http.get("/api/notifications/email/deliveries", asked),
  );
}
