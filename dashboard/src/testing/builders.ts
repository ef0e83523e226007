import type { components } from "@/api/types";
import type { Me } from "@/lib/me-context";

type Lead = components["schemas"]["Lead"];
type Call = components["schemas"]["Call"];
type CallTurn = components["schemas"]["CallTurn"];
type CallEvent = components["schemas"]["CallEvent"];
type CrmLink = components["schemas"]["CrmLink"];

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
    permissions: [
      "CALLS_READ",
      "LEADS_READ",
      "LEADS_WRITE",
      "LEADS_WRITE_ANY",
      "CRM_MANAGE",
      "WEBHOOKS_MANAGE",
      "NOTIFICATIONS_MANAGE",
      "TEAM_READ",
      "TEAM_MANAGE",
      "ORGANIZATION_MANAGE",
      "API_KEYS_MANAGE",
      "AUDIT_READ",
      "ORGANIZATION_OWN",
    ],
    plan: {
      code: "TRIAL",
      limits: { callMinutes: 100, aiMinutes: 60, phoneNumbers: 1, members: 3 },
      features: ["AI_RECEPTIONIST", "API_KEYS"],
    },
    twoStep: false,
    restricted: false,
    organizations: 1,
    serverTime: "2026-11-22T10:03:03Z",
    ...change,
  };
}

/** What closing the organization would do; nobody has asked for it. */
export function aClosing() {
  return {
    numbers: 1,
    recordings: 0,
    leads: 12,
    calls: 340,
    members: 3,
    subscription: false,
    daysKept: 30,
    closing: null as { requestedAt: string; erasesAt: string } | null,
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

/** A call that ended: two days ago at 9:42 in the business's zone, 4:12 long. */
export function aCall(change: Partial<Call> = {}): Call {
  return {
    id: anId(),
    direction: "INBOUND",
    from: "+14155550132",
    to: "+13125550100",
    status: "COMPLETED",
    startedAt: "2026-11-20T15:42:00Z",
    endedAt: "2026-11-20T15:46:14Z",
    talkSeconds: 252,
    outcome: "ANSWERED",
    leadId: null,
    transferredTo: null,
    stage: "ENDED",
    stageSince: "2026-11-20T15:46:14Z",
    stagePerson: null,
    assistantSeconds: 250,
    version: 3,
    ...change,
  };
}

/** A call that the receptionist has had for 72 seconds, by the server's clock. */
export function aLiveCall(change: Partial<Call> = {}): Call {
  return aCall({
    status: "IN_PROGRESS",
    startedAt: "2026-11-22T10:01:49Z",
    endedAt: null,
    talkSeconds: 0,
    outcome: null,
    stage: "ASSISTANT",
    stageSince: "2026-11-22T10:01:51Z",
    assistantSeconds: 0,
    ...change,
  });
}

export function aTurn(change: Partial<CallTurn> = {}): CallTurn {
  return {
    itemId: anId(),
    position: 0,
    speaker: "CALLER",
    text: "Hi, I chipped a tooth.",
    at: "2026-11-20T15:42:09Z",
    interrupted: false,
    heardMs: null,
    ...change,
  };
}

export function anEvent(change: Partial<CallEvent> = {}): CallEvent {
  return { id: anId(), at: "2026-11-20T15:42:00Z", kind: "STARTED", detail: {}, ...change };
}

export function aCrmLink(change: Partial<CrmLink> = {}): CrmLink {
  return {
    provider: "HUBSPOT",
    kind: "CONTACT",
    leadId: anId(),
    callId: null,
    externalId: "512",
    url: "https://app.hubspot.com/contacts/1/record/0-1/512",
    state: "SYNCED",
    syncedAt: "2026-11-20T15:47:00Z",
    error: null,
    ...change,
  };
}
