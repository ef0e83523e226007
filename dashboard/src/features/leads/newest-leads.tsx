import { Link } from "@tanstack/react-router";
import { PageState } from "@/ui/page-state";
import { When } from "@/ui/when";
import { leadsCopy } from "./copy";
import type { Lead } from "./filters";
import { useNewLeads } from "./new-leads";
import { LeadsDrawing } from "./parts/drawing";
import { LeadContact, LeadName } from "./parts/lead-cells";
import { LeadFailure } from "./parts/lead-list";
import { LeadsSkeleton } from "./parts/skeleton";
import { Stage } from "./parts/stage";
import { useLeads } from "./queries";

const SHOWN = 6;
const unfiltered = {};

/** The newest leads in short, for the home page, with the way to all of them. */
export function NewestLeads() {
  const leads = useLeads(unfiltered);
  const listed = leads.data?.pages.flatMap((page) => page.items) ?? [];
  useNewLeads(unfiltered, listed);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
      <div className="flex items-baseline justify-between">
        <h2 className="font-semibold text-section tracking-[-0.01em]">{leadsCopy.newest.title}</h2>
        <Link to="/leads" className="inline-flex min-h-6 items-center text-accent hover:underline">
          {leadsCopy.newest.all}
        </Link>
      </div>
      {leads.isPending ? (
        <LeadsSkeleton />
      ) : (
        <div className="rounded-card border border-border bg-surface">
          {leads.isError && <LeadFailure leads={leads} />}
          {leads.data && (listed.length === 0 ? <NoLeads /> : <Leads leads={listed.slice(0, SHOWN)} />)}
        </div>
      )}
    </div>
  );
}

function Leads({ leads }: { leads: readonly Lead[] }) {
  return (
    <ul aria-label={leadsCopy.tableCaption} className="divide-y divide-border">
      {leads.map((lead) => (
        <li key={lead.id} className="grid grid-cols-[minmax(0,1fr)] gap-1 px-4 py-3">
          <div className="flex items-start justify-between gap-4">
            <LeadName lead={lead} />
            <Stage stage={lead.stage} />
          </div>
          <div className="flex items-end justify-between gap-4">
            <LeadContact lead={lead} />
            <span className="shrink-0 text-meta text-muted">
              <When time={lead.createdAt} />
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

function NoLeads() {
  return (
    <PageState drawing={<LeadsDrawing />} title={leadsCopy.empty.title}>
      {leadsCopy.empty.textReadOnly}
    </PageState>
  );
}
