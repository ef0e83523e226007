import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Answer, Body } from "@/lib/api-paths";
import { useAttemptKey } from "@/lib/attempt";
import { hasStatus } from "@/lib/problem";
import { useHttp } from "@/lib/session-context";

export type ApiKey = Answer<"get", "/api/organization/api-keys">["items"][number];
type NewApiKey = Body<"post", "/api/organization/api-keys">;
export type Scope = NewApiKey["scopes"][number];

const keysKey = ["api keys"] as const;

export function useApiKeys() {
  const http = useHttp();
  return useQuery({
    queryKey: keysKey,
    queryFn: async ({ signal }) => (await http.get("/api/organization/api-keys", { signal })).items,
  });
}

/** Creates a key. Sending the same one again after a failure cannot create it twice. */
export function useCreateApiKey() {
  const http = useHttp();
  const queries = useQueryClient();
  const keyFor = useAttemptKey();
  return useMutation({
    mutationFn: (body: NewApiKey) =>
      http.post("/api/organization/api-keys", { body, idempotencyKey: keyFor(body) }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keysKey }),
  });
}

/** Ends a key. Somebody else may have been faster: that is as good. */
export function useRevokeApiKey(apiKeyId: string) {
  const http = useHttp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      http.delete("/api/organization/api-keys/{apiKeyId}", { path: { apiKeyId } }).catch((error: unknown) => {
        if (!hasStatus(error, 404)) {
          throw error;
        }
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keysKey }),
  });
}
