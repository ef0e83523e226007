import { useMe } from "@/lib/me-context";
import { NARROW, useMedia } from "@/lib/media";
import { clockTime } from "@/lib/time";
import { Button } from "@/ui/button";
import { ErrorPanel, PageState } from "@/ui/page-state";
import { callsCopy } from "../copy";
import { type Call, type CallFilters, isFiltered } from "../filters";
import type { useCalls } from "../queries";
import { CallCards } from "./call-cards";
import { CallTable } from "./call-table";
import { CallsDrawing } from "./drawing";
import { ClearFilters } from "./filter-bar";
import { CallsSkeleton } from "./skeleton";

interface CallListProps {
  calls: ReturnType<typeof useCalls>;
  listed: readonly Call[];
  filters: CallFilters;
}

/** The list in whatever state it is in. */
export function CallList({ calls, listed, filters }: CallListProps) {
  if (calls.isPending) {
    return <CallsSkeleton />;
  }
  const refetchFailed = calls.isError && !calls.isFetchNextPageError;
  return (
    <section
      aria-label={callsCopy.title}
      aria-busy={calls.isPlaceholderData}
      className={`rounded-card border border-border bg-surface transition-opacity ${calls.isPlaceholderData ? "opacity-60" : ""}`}
    >
      {refetchFailed && <Failure calls={calls} />}
      {calls.data !== undefined &&
        (listed.length === 0 ? <Empty filters={filters} /> : <Rows calls={listed} filters={filters} />)}
      {calls.hasNextPage && <Older calls={calls} />}
    </section>
  );
}

function Rows({ calls, filters }: { calls: readonly Call[]; filters: CallFilters }) {
  return useMedia(NARROW) ? (
    <CallCards calls={calls} filters={filters} />
  ) : (
    <CallTable calls={calls} filters={filters} />
  );
}

function Failure({ calls }: { calls: CallListProps["calls"] }) {
  const { timeZone } = useMe().organization;
  const { failed } = callsCopy;
  const stale = calls.data !== undefined;
  return (
    <ErrorPanel
      title={stale ? failed.staleTitle : failed.title}
      error={calls.error}
      onRetry={() => void calls.refetch()}
      retrying={calls.isFetching}
    >
      {stale ? failed.staleText(clockTime(new Date(calls.dataUpdatedAt), timeZone)) : failed.text}
    </ErrorPanel>
  );
}

function Empty({ filters }: { filters: CallFilters }) {
  return isFiltered(filters) ? (
    <PageState title={callsCopy.filteredEmpty.title} action={<ClearFilters />} />
  ) : (
    <PageState drawing={<CallsDrawing />} title={callsCopy.empty.title}>
      {callsCopy.empty.text}
    </PageState>
  );
}

function Older({ calls }: { calls: CallListProps["calls"] }) {
  return (
    <div className="grid justify-items-center gap-2 border-border border-t p-3">
      {calls.isFetchNextPageError && (
        <p role="alert" className="text-danger">
          {callsCopy.olderFailed}
        </p>
      )}
      <Button onClick={() => void calls.fetchNextPage()} busy={calls.isFetchingNextPage}>
        {calls.isFetchingNextPage ? callsCopy.loadingOlder : callsCopy.loadOlder}
      </Button>
    </div>
  );
}
