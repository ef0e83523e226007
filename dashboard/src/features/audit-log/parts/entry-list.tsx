import { Button } from "@/ui/button";
import { ListSkeleton } from "@/ui/list-skeleton";
import { ErrorPanel, PageState } from "@/ui/page-state";
import { auditCopy as words } from "../copy";
import { type AuditFilters, isFiltered } from "../filters";
import type { useAuditLog } from "../queries";
import { EntryItem } from "./entry-item";
import { ClearFilters } from "./filter-bar";

interface EntryListProps {
  log: ReturnType<typeof useAuditLog>;
  filters: AuditFilters;
}

/** The log in whatever state it is in. */
export function EntryList({ log, filters }: EntryListProps) {
  if (log.isPending) {
    return <ListSkeleton label={words.loading} row="h-16" />;
  }
  const entries = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section
      aria-label={words.title}
      aria-busy={log.isPlaceholderData}
      className={`rounded-card border border-border bg-surface ${log.isPlaceholderData ? "opacity-60" : ""}`}
    >
      {log.isError && !log.isFetchNextPageError && (
        <ErrorPanel
          title={words.failed.title}
          error={log.error}
          onRetry={() => void log.refetch()}
          retrying={log.isFetching}
        >
          {words.failed.text}
        </ErrorPanel>
      )}
      {log.data && entries.length === 0 && <Empty filters={filters} />}
      {entries.length > 0 && (
        <ol aria-label={words.list} className="divide-y divide-border">
          {entries.map((entry) => (
            <EntryItem key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {log.hasNextPage && (
        <div className="flex flex-wrap items-center justify-center gap-3 border-border border-t p-3">
          {log.isFetchNextPageError && (
            <p role="alert" className="text-danger">
              {words.olderFailed}
            </p>
          )}
          <Button busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {words.older}
          </Button>
        </div>
      )}
    </section>
  );
}

function Empty({ filters }: { filters: AuditFilters }) {
  return isFiltered(filters) ? (
    <PageState title={words.filteredEmpty} action={<ClearFilters />} />
  ) : (
    <PageState title={words.empty.title}>{words.empty.text}</PageState>
  );
}
