import { getRouteApi } from "@tanstack/react-router";
import { ArrowUp } from "lucide-react";
import { useMe } from "@/lib/me-context";
import { useOnline } from "@/lib/online";
import { useRowKeys } from "@/lib/row-keys";
import { clockTime } from "@/lib/time";
import { Button } from "@/ui/button";
import { PageHeading } from "@/ui/page-heading";
import { callsCopy } from "./copy";
import { useNewCalls } from "./new-calls";
import { CallList } from "./parts/call-list";
import { FilterBar } from "./parts/filter-bar";
import { useCalls } from "./queries";

const route = getRouteApi("/signed-in/calls");

export function CallsPage() {
  const filters = route.useSearch();
  const calls = useCalls(filters);
  const listed = calls.data?.pages.flatMap((page) => page.items) ?? [];
  const { waiting, show } = useNewCalls(filters, listed);
  useRowKeys("main [data-call-link]");

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <PageHeading>{callsCopy.title}</PageHeading>
        {calls.data && listed.length > 0 && (
          <p className="mt-1 text-muted tabular-nums">{callsCopy.count(listed.length, calls.hasNextPage)}</p>
        )}
        <Freshness failed={calls.isError} at={calls.dataUpdatedAt} />
      </div>
      <FilterBar filters={filters} />
      {waiting.length > 0 && (
        <div className="pointer-events-none sticky top-17 z-10 -mb-1 flex justify-center">
          <Button look="primary" shape="pill" className="pointer-events-auto animate-appear" onClick={show}>
            <ArrowUp aria-hidden className="size-4" />
            {callsCopy.newCalls(waiting.length)}
          </Button>
        </div>
      )}
      <CallList calls={calls} listed={listed} filters={filters} />
    </div>
  );
}

/** How old the rows are, once they could not be asked for again. */
function Freshness({ failed, at }: { failed: boolean; at: number }) {
  const online = useOnline();
  const { timeZone } = useMe().organization;
  return (failed || !online) && at > 0 ? (
    <p className="mt-1 text-muted">{callsCopy.updatedAt(clockTime(new Date(at), timeZone))}</p>
  ) : null;
}
