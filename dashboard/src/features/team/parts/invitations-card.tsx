import { Mail, UserPlus } from "lucide-react";
import { useState } from "react";
import { announce } from "@/lib/announce";
import { useMe, useServerNow } from "@/lib/me-context";
import { sayRefusal } from "@/lib/refusal";
import { dateIn } from "@/lib/time";
import { Card, CardState } from "@/ui/card";
import { OnlineButton } from "@/ui/online-button";
import { teamCopy } from "../copy";
import { useInvitations, useResend, useWithdraw } from "../queries";
import type { Invitation } from "../roles";
import { InviteDialog } from "./invite-dialog";

const { invitations: words, roles, failedText } = teamCopy;

/** Who was invited and has not answered, and the way to invite more. */
export function InvitationsCard() {
  const invitations = useInvitations();
  const [inviting, setInviting] = useState(false);
  return (
    <Card
      title={words.title}
      what={words.what}
      action={
        <OnlineButton look="primary" onClick={() => setInviting(true)}>
          <UserPlus aria-hidden className="size-4" />
          {words.start}
        </OnlineButton>
      }
    >
      <CardState title={words.title} query={invitations}>
        {failedText}
      </CardState>
      {invitations.data?.length === 0 && <p className="p-4 text-muted">{words.none}</p>}
      {invitations.data && invitations.data.length > 0 && (
        <ul aria-label={words.list} className="divide-y divide-border">
          {invitations.data.map((invitation) => (
            <Item key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Card>
  );
}

function Item({ invitation }: { invitation: Invitation }) {
  const { id, email, role, expiresAt } = invitation;
  const { timeZone } = useMe().organization;
  const now = useServerNow();
  const resend = useResend(id);
  const withdraw = useWithdraw(id);
  const over = Date.parse(expiresAt) < now();
  const failed = resend.error ?? withdraw.error;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <Mail aria-hidden className="size-4 shrink-0 text-muted" />
      <div className="grid min-w-52 flex-1">
        <p className="break-all font-semibold">{email}</p>
        <p className={over ? "text-waiting" : "text-muted"}>
          {roles[role]} · {over ? words.over : words.until(dateIn(new Date(expiresAt), timeZone))}
        </p>
        {failed && (
          <p role="alert" className="text-danger">
            {sayRefusal(failed)}
          </p>
        )}
      </div>
      <OnlineButton
        look="quiet"
        aria-label={words.resendOf(email)}
        busy={resend.isPending}
        onClick={() => resend.mutate(undefined, { onSuccess: () => announce(words.resent(email)) })}
      >
        {words.resend}
      </OnlineButton>
      <OnlineButton
        look="quiet"
        aria-label={words.withdrawOf(email)}
        busy={withdraw.isPending}
        onClick={() => withdraw.mutate(undefined, { onSuccess: () => announce(words.withdrawn(email)) })}
      >
        {words.withdraw}
      </OnlineButton>
    </li>
  );
}
