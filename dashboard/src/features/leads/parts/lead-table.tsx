import { When } from "@/ui/when";
import { useChangeLead } from "../change-lead";
import { leadsCopy } from "../copy";
import type { Lead } from "../filters";
import { useMarked } from "../marked";
import { ChangeTrouble } from "./change-trouble";
import { LeadContact, LeadName, LeadOwnerMenu, LeadSourceMark, LeadStageMenu } from "./lead-cells";

const { columns } = leadsCopy;

/** The leads as a table, for screens that have room for one. */
export function LeadTable({ leads }: { leads: readonly Lead[] }) {
  return (
    <table className="w-full table-fixed border-collapse text-left">
      <caption className="sr-only">{leadsCopy.tableCaption}</caption>
      <thead className="border-border border-b bg-sunken/60 text-muted">
        <tr>
          <Head>{columns.lead}</Head>
          <Head className="w-44 xl:w-60">{columns.contact}</Head>
          <Head className="w-37">{columns.stage}</Head>
          <Head className="w-40 xl:w-48">{columns.owner}</Head>
          <Head className="hidden w-48 lg:table-cell">{columns.added}</Head>
        </tr>
      </thead>
      {leads.map((lead) => (
        <LeadRow key={lead.id} lead={lead} />
      ))}
    </table>
  );
}

function Head({ className = "", children }: { className?: string; children: string }) {
  return (
    <th scope="col" className={`h-10 px-4 font-semibold ${className}`}>
      {children}
    </th>
  );
}

/** A lead and, while there is something to say about its last change, a line beneath it. */
function LeadRow({ lead }: { lead: Lead }) {
  const change = useChangeLead(lead);
  const mark = useMarked(lead);
  return (
    <tbody
      {...mark}
      className="scroll-mt-24 border-border border-b last:border-b-0 hover:bg-bg/60 aria-[current]:shadow-[inset_3px_0_0_var(--accent)]"
    >
      <tr className="h-15">
        <th scope="row" className="px-4 font-normal">
          <LeadName lead={lead} />
        </th>
        <td className="px-4">
          <LeadContact lead={lead} />
        </td>
        <td className="px-4">
          <LeadStageMenu lead={lead} change={change} />
        </td>
        <td className="px-4">
          <LeadOwnerMenu lead={lead} change={change} />
        </td>
        <td className="hidden px-4 text-muted lg:table-cell">
          <When time={lead.createdAt} />
          <p className="text-meta">
            <LeadSourceMark lead={lead} />
          </p>
        </td>
      </tr>
      {change.isError && (
        <tr>
          <td colSpan={5} className="px-4 pb-3">
            <ChangeTrouble change={change} />
          </td>
        </tr>
      )}
    </tbody>
  );
}
