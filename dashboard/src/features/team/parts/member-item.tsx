import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useId, useState } from "react";
import { announce } from "@/lib/announce";
import { useMay, useMe } from "@/lib/me-context";
import { useOnline } from "@/lib/online";
import { hasCode } from "@/lib/problem";
import { sayRefusal } from "@/lib/refusal";
import { Avatar } from "@/ui/avatar";
import { Confirm } from "@/ui/confirm";
import { OnlineButton } from "@/ui/online-button";
import { When } from "@/ui/when";
import { teamCopy } from "../copy";
import { useChangeRole, useLeave, useRemoveMember } from "../queries";
import { mayTouch, type Role, rolesToGive, type TeamMember } from "../roles";

const { members: words, roles } = teamCopy;

/** One member: who, with which second step, in which role, and the way out. */
export function MemberItem({ member }: { member: TeamMember }) {
  const { user } = useMe();
  const rights = { mayManage: useMay("TEAM_MANAGE"), mayOwn: useMay("ORGANIZATION_OWN") };
  const oneself = member.userId === user.id;
  const touchable = mayTouch(member, rights);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <Avatar name={member.name} large />
      <div className="grid min-w-52 flex-1">
        <p className="break-words font-semibold">
          {member.name}
          {oneself && <span className="ml-2 font-normal text-muted">{words.you}</span>}
        </p>
        <p className="break-all text-muted">{member.email}</p>
        <p className="flex flex-wrap items-center gap-x-4 text-meta text-muted">
          <TwoStepMark on={member.twoStep} />
          {member.lastSeenAt ? (
            <span>
              {words.lastSeen} <When time={member.lastSeenAt} />
            </span>
          ) : (
            <span>{words.neverSeen}</span>
          )}
        </p>
      </div>
      {touchable && !oneself ? (
        <RoleField member={member} choices={rolesToGive(rights.mayOwn)} />
      ) : (
        <p className="min-w-24">{roles[member.role]}</p>
      )}
      {oneself ? <Leave member={member} /> : touchable && <Remove member={member} />}
    </li>
  );
}

function TwoStepMark({ on }: { on: boolean }) {
  const Icon = on ? ShieldCheck : ShieldAlert;
  return (
    <span className={`inline-flex items-center gap-1.5 ${on ? "text-live" : ""}`}>
      <Icon aria-hidden className="size-3.5" />
      {on ? words.twoStep : words.noTwoStep}
    </span>
  );
}

/** The role as a choice that is saved when it is made; a role that is refused is as before. */
function RoleField({ member, choices }: { member: TeamMember; choices: readonly Role[] }) {
  const change = useChangeRole(member.userId);
  const online = useOnline();
  const id = useId();
  const shown = change.isPending ? change.variables : member.role;
  return (
    <span className="grid gap-1">
      <select
        aria-label={words.roleOf(member.name)}
        aria-describedby={change.isError ? id : undefined}
        value={shown}
        disabled={!online || change.isPending}
        onChange={({ target }) =>
          change.mutate(target.value as Role, {
            onSuccess: ({ role }) => announce(words.roleSaid(member.name, roles[role].toLowerCase())),
          })
        }
        className="h-9 rounded-control border border-edge bg-surface px-2 text-ink pointer-coarse:h-11"
      >
        {choices.map((role) => (
          <option key={role} value={role}>
            {roles[role]}
          </option>
        ))}
      </select>
      {change.isError && (
        <span id={id} role="alert" className="max-w-52 text-danger">
          {sayWhyNot(change.error)}
        </span>
      )}
    </span>
  );
}

function Remove({ member }: { member: TeamMember }) {
  const remove = useRemoveMember(member.userId);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <OnlineButton look="quiet" aria-label={words.removeOf(member.name)} onClick={() => setAsking(true)}>
        {words.remove}
      </OnlineButton>
      {asking && (
        <Confirm
          title={words.removeDialog.title(member.name)}
          text={words.removeDialog.text}
          action={words.removeDialog.action}
          change={remove}
          failed={sayWhyNot(remove.error)}
          onConfirm={() =>
            remove.mutate(undefined, { onSuccess: () => announce(words.removed(member.name)) })
          }
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function Leave({ member }: { member: TeamMember }) {
  const { organization } = useMe();
  const leave = useLeave(member.userId);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <OnlineButton look="quiet" onClick={() => setAsking(true)}>
        {words.leave}
      </OnlineButton>
      {asking && (
        <Confirm
          title={words.leaveDialog.title(organization.name)}
          text={words.leaveDialog.text}
          action={words.leaveDialog.action}
          change={leave}
          failed={sayWhyNot(leave.error)}
          onConfirm={() => leave.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function sayWhyNot(error: unknown): string {
  return hasCode(error, "LAST_OWNER") ? words.lastOwner : sayRefusal(error);
}
