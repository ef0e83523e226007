import { Bot, PencilLine, UserRound } from "lucide-react";
import { useMay, useMe } from "@/lib/me-context";
import { Avatar } from "@/ui/avatar";
import { PhoneNumber } from "@/ui/phone-number";
import type { LeadChange, useChangeLead } from "../change-lead";
import { leadsCopy } from "../copy";
import { type Lead, stages } from "../filters";
import { CellMenu } from "./cell-menu";
import { Stage } from "./stage";

// What a lead shows of itself; the table and the cards of the phone layout arrange the same pieces.

export function LeadName({ lead }: { lead: Lead }) {
  return (
    <div className="min-w-0">
      <p className="flex items-baseline gap-2">
        <span className="truncate font-semibold">{lead.name}</span>
        {lead.company && <span className="truncate text-meta text-muted">{lead.company}</span>}
      </p>
      {lead.need && (
        <p title={lead.need} className="truncate text-muted">
          {lead.need}
        </p>
      )}
    </div>
  );
}

export function LeadContact({ lead }: { lead: Lead }) {
  if (!lead.phone && !lead.email) {
    return <p className="text-muted">{leadsCopy.noContact}</p>;
  }
  return (
    <div className="min-w-0">
      {lead.phone && (
        <p>
          <PhoneNumber e164={lead.phone} />
        </p>
      )}
      {lead.email && (
        <p className="text-muted">
          <a
            href={`mailto:${lead.email}`}
            title={lead.email}
            className="inline-flex min-h-6 max-w-full items-center hover:underline"
          >
            <span className="truncate">{lead.email}</span>
          </a>
        </p>
      )}
    </div>
  );
}

export function LeadSourceMark({ lead }: { lead: Lead }) {
  const fromCall = lead.source === "CALL";
  const Icon = fromCall ? Bot : PencilLine;
  return (
    <span
      className={`inline-flex items-center gap-1.5 whitespace-nowrap ${fromCall ? "text-receptionist" : "text-muted"}`}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {leadsCopy.sources[lead.source]}
    </span>
  );
}

interface ChangeableProps {
  lead: Lead;
  change: ReturnType<typeof useChangeLead>;
}

/** Whether this person may change the lead: theirs and nobody's with one right, anybody's with another. */
function useMayChange(lead: Lead): boolean {
  const { user } = useMe();
  const ownOrFree = useMay("LEADS_WRITE");
  const any = useMay("LEADS_WRITE_ANY");
  return any || (ownOrFree && (!lead.assignedTo || lead.assignedTo.userId === user.id));
}

export function LeadStageMenu({ lead, change }: ChangeableProps) {
  const mayChange = useMayChange(lead);
  const stage = <Stage stage={lead.stage} />;
  return mayChange ? (
    <CellMenu
      label={leadsCopy.changeStage(lead.name, leadsCopy.stages[lead.stage])}
      value={lead.stage}
      choices={stages.map((value) => ({ value, shown: <Stage stage={value} /> }))}
      onChoose={(to) => change.mutate({ field: "stage", to })}
      {...progress(change, "stage")}
    >
      {stage}
    </CellMenu>
  ) : (
    stage
  );
}

export function LeadOwnerMenu({ lead, change }: ChangeableProps) {
  const mayChange = useMayChange(lead);
  const { user } = useMe();
  const owner = lead.assignedTo ?? null;
  const choices = [{ userId: user.id, name: user.name }, owner].filter((one) => one !== null);
  const people = new Map(choices.map((one) => [one.userId, one]));
  const shown = <Owner owner={owner} me={user.id} />;
  return mayChange ? (
    <CellMenu
      label={leadsCopy.changeOwner(lead.name, ownerName(owner, user.id))}
      value={owner?.userId ?? NOBODY}
      choices={[
        ...[...people.values()].map((one) => ({
          value: one.userId,
          shown: <Owner owner={one} me={user.id} />,
        })),
        { value: NOBODY, shown: <Owner owner={null} me={user.id} /> },
      ]}
      onChoose={(chosen) => change.mutate({ field: "owner", to: people.get(chosen) ?? null })}
      {...progress(change, "owner")}
    >
      {shown}
    </CellMenu>
  ) : (
    shown
  );
}

const NOBODY = "nobody";

function Owner({ owner, me }: { owner: Lead["assignedTo"]; me: string }) {
  return (
    <span className={`inline-flex min-w-0 items-center gap-2 ${owner ? "" : "text-muted"}`}>
      {owner ? <Avatar name={owner.name} /> : <UserRound aria-hidden className="size-6 p-1" />}
      <span className="truncate">{ownerName(owner, me)}</span>
    </span>
  );
}

function ownerName(owner: Lead["assignedTo"], me: string): string {
  if (!owner) {
    return leadsCopy.owners.nobody;
  }
  return owner.userId === me ? leadsCopy.me : owner.name;
}

function progress(change: ChangeableProps["change"], field: LeadChange["field"]) {
  const mine = change.variables?.field === field;
  return { saving: change.isPending && mine, saved: change.isSuccess && mine, locked: change.isPending };
}
