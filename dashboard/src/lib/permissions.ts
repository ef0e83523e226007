/** The rights `/api/me` lists. Which role has which is the server's business; this side never looks at the role. */
export const permissions = ["LEADS_READ", "LEADS_WRITE", "LEADS_WRITE_ANY"] as const;
export type Permission = (typeof permissions)[number];
