/** The rights `/api/me` lists. Which role has which is the server's business; this side never looks at the role. */
export const permissions = [
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
] as const;
export type Permission = (typeof permissions)[number];

/** Whether somebody who holds `held` may see what is for people with one of `wanted`; without any it is for all. */
export function mayWith(held: readonly string[], wanted: readonly Permission[] | undefined): boolean {
  return wanted === undefined || wanted.some((permission) => held.includes(permission));
}
