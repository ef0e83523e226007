import type { Answer } from "@/lib/api-paths";
import type { Me } from "@/lib/me-context";

export type Role = Me["role"];
export type TeamMember = Answer<"get", "/api/team">["items"][number];
export type Invitation = Answer<"get", "/api/team/invitations">["items"][number];

/** The roles in the order of what they may; owners come to be by handing over, too. */
const roles = ["OWNER", "ADMIN", "MANAGER", "AGENT"] as const satisfies readonly Role[];

/** The roles that somebody may give: only owners make owners, which the API says to those who may own. */
export function rolesToGive(mayOwn: boolean): readonly Role[] {
  return mayOwn ? roles : roles.filter((role) => role !== "OWNER");
}

/** Whether somebody may change or remove this member: owners are for owners. */
export function mayTouch(member: TeamMember, { mayManage, mayOwn }: { mayManage: boolean; mayOwn: boolean }) {
  return mayManage && (mayOwn || member.role !== "OWNER");
}
