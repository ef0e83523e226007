import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Body } from "@/lib/api-paths";
import { useAttemptKey } from "@/lib/attempt";
import { useMay } from "@/lib/me-context";
import { hasStatus } from "@/lib/problem";
import { useHttp, useSession } from "@/lib/session-context";
import type { Role } from "./roles";

const membersKey = ["team", "members"] as const;
const invitationsKey = ["team", "invitations"] as const;

function unlessGone(error: unknown) {
  if (!hasStatus(error, 404)) {
    throw error;
  }
}

export function useMembers() {
  const http = useHttp();
  return useQuery({
    queryKey: membersKey,
    queryFn: async ({ signal }) => (await http.get("/api/team", { signal })).items,
  });
}

export function useChangeRole(userId: string) {
  const http = useHttp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (role: Role) => http.patch("/api/team/{userId}", { path: { userId }, body: { role } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: membersKey }),
  });
}

/** Takes somebody else out. Another may have been faster: that is as good. */
export function useRemoveMember(userId: string) {
  const http = useHttp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => http.delete("/api/team/{userId}", { path: { userId } }).catch(unlessGone),
    onSuccess: () => queries.invalidateQueries({ queryKey: membersKey }),
  });
}

/** Goes; the session ends with it. */
export function useLeave(userId: string) {
  const http = useHttp();
  const session = useSession();
  return useMutation({
    mutationFn: () => http.delete("/api/team/{userId}", { path: { userId } }),
    onSuccess: () => session.forget(),
  });
}

/** Makes somebody else an owner and the person who asks an admin, whose rights are less from now on. */
export function useHandOver() {
  const http = useHttp();
  const session = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<"post", "/api/team/ownership">) => http.post("/api/team/ownership", { body }),
    onSuccess: async () => {
      await session.takeRightsAnew();
      await queries.invalidateQueries();
    },
  });
}

export function useInvitations() {
  const http = useHttp();
  return useQuery({
    queryKey: invitationsKey,
    queryFn: async ({ signal }) => (await http.get("/api/team/invitations", { signal })).items,
    enabled: useMay("TEAM_MANAGE"),
  });
}

type NewInvitations = Body<"post", "/api/team/invitations">;

/** Invites people. Sending the same ones again after a failure cannot invite them twice. */
export function useInvite() {
  const http = useHttp();
  const queries = useQueryClient();
  const keyFor = useAttemptKey();
  return useMutation({
    mutationFn: (body: NewInvitations) =>
      http.post("/api/team/invitations", { body, idempotencyKey: keyFor(body) }),
    onSuccess: () => queries.invalidateQueries({ queryKey: invitationsKey }),
  });
}

export function useResend(invitationId: string) {
  const http = useHttp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => http.post("/api/team/invitations/{invitationId}/resend", { path: { invitationId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: invitationsKey }),
  });
}

export function useWithdraw(invitationId: string) {
  const http = useHttp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      http.delete("/api/team/invitations/{invitationId}", { path: { invitationId } }).catch(unlessGone),
    onSuccess: () => queries.invalidateQueries({ queryKey: invitationsKey }),
  });
}
