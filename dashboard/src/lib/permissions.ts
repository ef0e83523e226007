/** The rights `/api/me` lists. Which role has which is the server's business; this side never looks at the role. */
export const permissions = [
  "CALLS_READ",
  "LEADS_READ",
  "LEADS_WRITE",
  "LEADS_WRITE_ANY",
  "CRM_MANAGE",
  "WEBHOOKS_MANAGE",
  "NOTIFICATIONS_MANAGE",
] as const;
export type Permission = (typeof permissions)[number];
