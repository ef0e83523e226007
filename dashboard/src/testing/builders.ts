import type { components } from "@/api/types";
import type { Me } from "@/lib/me-context";

type Lead = components["schemas"]["Lead"];

let made = 0;

/** A UUID that no other call has given. */
export function anId(): string {
  made += 1;
  return `00000000-0000-7000-8000-${String(made).padStart(12, "0")}`;
}

export const dana = { id: anId(), name: "Dana Whitfield", email: "dana@brightdental.example" };
export const sam = { userId: anId(), name: "Sam Okafor" };

export function aMe(change: Partial<Me> = {}): Me {
  return {
    user: dana,
    organization: {
      id: "00000000-0000-7000-9000-000000000001",
      name: "Bright Dental",
      timeZone: "America/Chicago",
      country: "US",
    },
    role: "OWNER",
    permissions: ["LEADS_READ", "LEADS_WRITE", "LEADS_WRITE_ANY"],
    plan: {
      code: "TRIAL",
      limits: { callMinutes: 100, aiMinutes: 60, phoneNumbers: 1, members: 3 },
      features: ["AI_RECEPTIONIST"],
    },
    serverTime: "2026-11-22T10:03:03Z",
    ...change,
  };
}

export function aSession() {
  return { accessToken: `token-${anId()}`, tokenType: "Bearer" as const, expiresInSeconds: 900 };
}

export function aLead(change: Partial<Lead> = {}): Lead {
  return {
    id: anId(),
    name: "Maria Lopez",
    phone: "+14155550132",
    email: null,
    company: null,
    need: "Chipped tooth, wants this week",
    stage: "NEW",
    source: "CALL",
    callId: null,
    assignedTo: null,
    createdAt: "2026-11-20T15:42:00Z",
    updatedAt: "2026-11-20T15:42:00Z",
    version: 1,
    ...change,
  };
}
