import { Plus } from "lucide-react";
import { useMay, useMe } from "@/lib/me-context";
import { NARROW, useMedia } from "@/lib/media";
import { clockTime } from "@/lib/time";
import { Button } from "@/ui/button";
import { ErrorPanel, PageState } from "@/ui/page-state";
import { leadsCopy } from "../copy";
import { isFiltered, type Lead, type LeadFilters } from "../filters";
import type { useLeads } from "../queries";
import { LeadsDrawing } from "./drawing";
import { ClearFilters } from "./filter-bar";
import { LeadCards } from "./lead-cards";
import { LeadTable } from "./lead-table";
import { LeadsSkeleton } from "./skeleton";

interface LeadListProps {
  leads: ReturnType<typeof useLeads>;
  listed: readonly Lead[];
  filters: LeadFilters;
  onAdd: () => void;
}

/** The list in whatever state it is in. */
export function LeadList({ leads, listed, filters, onAdd }: LeadListProps) {
  if (leads.isPending) {
    return <LeadsSkeleton />;
  }
  const refetchFailed = leads.isError && !leads.isFetchNextPageError;
  return (
    <section
      aria-label={leadsCopy.title}
      aria-busy={leads.isPlaceholderData}
      className={`rounded-card border border-border bg-surface transition-opacity ${leads.isPlaceholderData ? "opacity-60" : ""}`}
    >
      {refetchFailed && <LeadFailure leads={leads} />}
      {leads.data !== undefined &&
        (listed.length === 0 ? <Empty filters={filters} onAdd={onAdd} /> : <Rows leads={listed} />)}
      {leads.hasNextPage && <Older leads={leads} />}
    </section>
  );
}

function Rows({ leads }: { leads: readonly Lead[] }) {
  return useMedia(NARROW) ? <LeadCards leads={leads} /> : <LeadTable leads={leads} />;
}

/** That the leads could not be asked for, or not again. */
export function LeadFailure({ leads }: { leads: LeadListProps["leads"] }) {
  const { timeZone } = useMe().organization;
  const { failed } = leadsCopy;
  const stale = leads.data !== undefined;
  return (
    <ErrorPanel
      title={stale ? failed.staleTitle : failed.title}
      error={leads.error}
      onRetry={() => void leads.refetch()}
      retrying={leads.isFetching}
    >
      {stale ? failed.staleText(clockTime(new Date(leads.dataUpdatedAt), timeZone)) : failed.text}
    </ErrorPanel>
  );
}

function Empty({ filters, onAdd }: { filters: LeadFilters; onAdd: () => void }) {
  const mayWrite = useMay("LEADS_WRITE");
  if (isFiltered(filters)) {
    return <PageState title={leadsCopy.filteredEmpty.title} action={<ClearFilters />} />;
  }
  return (
    <PageState
      drawing={<LeadsDrawing />}
      title={leadsCopy.empty.title}
      action={
        mayWrite && (
          <Button onClick={onAdd}>
            <Plus aria-hidden className="size-4" />
            {leadsCopy.add}
          </Button>
        )
      }
    >
      {mayWrite ? leadsCopy.empty.text : leadsCopy.empty.textReadOnly}
    </PageState>
  );
}

function Older({ leads }: { leads: LeadListProps["leads"] }) {
  return (
    <div className="grid justify-items-center gap-2 border-border border-t p-3">
      {leads.isFetchNextPageError && (
        <p role="alert" className="text-danger">
          {leadsCopy.olderFailed}
        </p>
      )}
      <Button onClick={() => void leads.fetchNextPage()} busy={leads.isFetchingNextPage}>
        {leads.isFetchingNextPage ? leadsCopy.loadingOlder : leadsCopy.loadOlder}
      </Button>
    </div>
  );
}
