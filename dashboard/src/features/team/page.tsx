import { useMay } from "@/lib/me-context";
import { PageHeading } from "@/ui/page-heading";
import { teamCopy as words } from "./copy";
import { InvitationsCard } from "./parts/invitations-card";
import { MembersCard } from "./parts/members-card";

/** Who belongs here and, for those who look after it, who is invited. */
export function TeamPage() {
  const mayManage = useMay("TEAM_MANAGE");
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4">
      <PageHeading>{words.title}</PageHeading>
      <MembersCard />
      {mayManage && <InvitationsCard />}
    </div>
  );
}
