import { useState } from "react";
import { useMay, useMe } from "@/lib/me-context";
import { Card, CardState } from "@/ui/card";
import { OnlineButton } from "@/ui/online-button";
import { teamCopy } from "../copy";
import { useMembers } from "../queries";
import { MemberItem } from "./member-item";
import { OwnershipDialog } from "./ownership-dialog";

const { members: words, ownership, failedText } = teamCopy;

/** Everybody, with what they may and when they were last here. */
export function MembersCard() {
  const { user } = useMe();
  const members = useMembers();
  const mayOwn = useMay("ORGANIZATION_OWN");
  const [handingOver, setHandingOver] = useState(false);
  const others = members.data?.filter(({ userId }) => userId !== user.id) ?? [];
  return (
    <Card
      title={words.title}
      what={words.what}
      action={
        mayOwn &&
        others.length > 0 && (
          <OnlineButton onClick={() => setHandingOver(true)}>{ownership.start}</OnlineButton>
        )
      }
    >
      <CardState title={words.title} query={members}>
        {failedText}
      </CardState>
      {members.data && (
        <ul aria-label={words.list} className="divide-y divide-border">
          {members.data.map((member) => (
            <MemberItem key={member.userId} member={member} />
          ))}
        </ul>
      )}
      {handingOver && <OwnershipDialog members={others} onClose={() => setHandingOver(false)} />}
    </Card>
  );
}
