import type { Answer } from "@/lib/api-paths";
import { ok, on } from "./api";
import { aMe, anId, dana, sam } from "./builders";
import { server } from "./server";

export type TeamMember = Answer<"get", "/api/team">["items"][number];
type Invitation = Answer<"get", "/api/team/invitations">["items"][number];
type ApiKey = Answer<"get", "/api/organization/api-keys">["items"][number];
type AuditEntry = Answer<"get", "/api/audit-log">["items"][number];
type SignedInDevice = Answer<"get", "/api/me/sessions">["items"][number];

/** Dana, who is signed in, as her team sees her. */
export function danaInTeam(change: Partial<TeamMember> = {}): TeamMember {
  return {
    userId: dana.id,
    name: dana.name,
    email: dana.email,
    role: "OWNER",
    twoStep: true,
    joinedAt: "2026-11-01T10:00:00Z",
    lastSeenAt: "2026-11-22T10:00:00Z",
    ...change,
  };
}

export function samInTeam(change: Partial<TeamMember> = {}): TeamMember {
  return {
    ...danaInTeam(),
    ...sam,
    email: "sam@brightdental.example",
    role: "AGENT",
    twoStep: false,
    lastSeenAt: null,
    ...change,
  };
}

export function anInvitation(change: Partial<Invitation> = {}): Invitation {
  return {
    id: anId(),
    email: "ana@example.com",
    role: "AGENT",
    inviterName: dana.name,
    createdAt: "2026-11-20T10:00:00Z",
    expiresAt: "2026-11-27T10:00:00Z",
    ...change,
  };
}

export function anApiKey(change: Partial<ApiKey> = {}): ApiKey {
  return {
    id: anId(),
    name: "Reporting",
    prefix: "a1b2c3d4",
    scopes: ["CALLS_READ", "LEADS_READ"],
    createdAt: "2026-11-20T10:00:00Z",
    createdBy: { id: dana.id, name: dana.name },
    expiresAt: "2027-02-18T00:00:00Z",
    lastUsedAt: null,
    ...change,
  };
}

export function anEntry(change: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id: anId(),
    at: "2026-11-20T15:47:00Z",
    actor: { kind: "PERSON", id: dana.id, name: dana.name },
    action: "member.updated",
    target: { type: "member", id: sam.userId },
    before: { role: "AGENT" },
    after: { role: "MANAGER" },
    address: "203.0.113.7",
    requestId: "req-7",
    ...change,
  };
}

export function aDevice(change: Partial<SignedInDevice> = {}): SignedInDevice {
  return {
    id: anId(),
    device: "Chrome on Windows",
    address: "203.0.113.7",
    createdAt: "2026-11-20T10:00:00Z",
    lastUsedAt: "2026-11-22T10:00:00Z",
    current: false,
    ...change,
  };
}

/** Dana is here with these rights and no others. */
export function givenRights(...permissions: string[]) {
  server.use(on("get", "/api/me", () => ok(aMe({ permissions }))));
}
