import { When } from "@/ui/when";
import { useChangeLead } from "../change-lead";
import { leadsCopy } from "../copy";
import type { Lead } from "../filters";
import { useMarked } from "../marked";
import { ChangeTrouble } from "./change-trouble";
import { LeadContact, LeadName, LeadOwnerMenu, LeadSourceMark, LeadStageMenu } from "./lead-cells";

/** The leads as cards, for phones: same order, same actions as the table. */
export function LeadCards({ leads }: { leads: readonly Lead[] }) {
  return (
    <ul aria-label={leadsCopy.tableCaption} className="divide-y divide-border">
      {leads.map((lead) => (
        <LeadCard key={lead.id} lead={lead} />
      ))}
    </ul>
  );
}

function LeadCard({ lead }: { lead: Lead }) {
  const change = useChangeLead(lead);
  const mark = useMarked(lead);
  return (
    <li {...mark} className="grid scroll-mt-24 gap-2 p-4 aria-[current]:shadow-[inset_3px_0_0_var(--accent)]">
      <LeadName lead={lead} />
      <LeadContact lead={lead} />
      <div className="flex flex-wrap items-center gap-x-5">
        <LeadStageMenu lead={lead} change={change} />
        <LeadOwnerMenu lead={lead} change={change} />
      </div>
      {change.isError && <ChangeTrouble change={change} />}
      <div className="flex flex-wrap items-center justify-between gap-x-4 text-meta text-muted">
        <LeadSourceMark lead={lead} />
        <When time={lead.createdAt} />
      </div>
    </li>
  );
}
