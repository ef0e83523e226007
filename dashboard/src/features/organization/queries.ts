import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Answer, Body } from "@/lib/api-paths";
import { hasStatus } from "@/lib/problem";
import { useHttp } from "@/lib/session-context";

export type Organization = Answer<"get", "/api/organization">;
type Change = Omit<Body<"patch", "/api/organization">, "version">;

const organizationKey = ["organization"] as const;
const closingKey = ["organization closing"] as const;

export function useOrganization() {
  const http = useHttp();
  return useQuery({
    queryKey: organizationKey,
    queryFn: ({ signal }) => http.get("/api/organization", { signal }),
  });
}

/** Saves on top of the version that was seen. When somebody was faster, the next try is on top of theirs. */
export function useChangeOrganization(organization: Organization) {
  const http = useHttp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) =>
      http.patch("/api/organization", { body: { version: organization.version, ...change } }),
    onSuccess: async (saved) => {
      queries.setQueryData(organizationKey, saved);
      await queries.invalidateQueries({ queryKey: ["me"] });
    },
    onError: (error) =>
      hasStatus(error, 409) ? queries.invalidateQueries({ queryKey: organizationKey }) : undefined,
  });
}

/** What closing would do and, when it is under way, when everything is erased. */
export function useClosing() {
  const http = useHttp();
  return useQuery({
    queryKey: closingKey,
    queryFn: ({ signal }) => http.get("/api/organization/closing", { signal }),
  });
}

export function useClose() {
  const http = useHttp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<"post", "/api/organization/closing">) =>
      http.post("/api/organization/closing", { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: closingKey }),
  });
}

export function useUndoClosing() {
  const http = useHttp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => http.delete("/api/organization/closing", {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: closingKey }),
  });
}
