import { getRouteApi } from "@tanstack/react-router";
import { PhoneOff } from "lucide-react";
import { useMe } from "@/lib/me-context";
import { hasStatus } from "@/lib/problem";
import { clockTime } from "@/lib/time";
import { ErrorPanel, PageState } from "@/ui/page-state";
import { callCopy } from "./copy";
import type { CallFilters } from "./filters";
import { useFollowCall } from "./follow-call";
import { BackToCalls, CallHeading } from "./parts/call-heading";
import { CallSkeleton } from "./parts/call-skeleton";
import { Events } from "./parts/events";
import { InCrm, LeadMade, Messages } from "./parts/made";
import { Transcript } from "./parts/transcript";
import { useCall } from "./queries";

const route = getRouteApi("/signed-in/calls/$callId");

export function CallPage() {
  const { callId } = route.useParams();
  // Another call is another page: its heading takes the focus and is read out.
  return <OneCall key={callId} callId={callId} />;
}

function OneCall({ callId }: { callId: string }) {
  const filters = route.useSearch();
  const call = useCall(callId);
  useFollowCall(callId);

  if (call.data === undefined) {
    return call.isPending ? <CallSkeleton /> : <NoCall call={call} filters={filters} />;
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <CallHeading call={call.data} filters={filters} />
      {call.isError && <StaleCall call={call} />}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Transcript call={call.data} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <Messages call={call.data} />
          <LeadMade call={call.data} />
          <InCrm call={call.data} />
          <Events call={call.data} />
        </div>
      </div>
    </div>
  );
}

type CallQuery = ReturnType<typeof useCall>;

function NoCall({ call, filters }: { call: CallQuery; filters: CallFilters }) {
  // An address that holds no id at all is refused as malformed, which to a reader is the same.
  if (hasStatus(call.error, 404) || hasStatus(call.error, 400)) {
    return (
      <PageState
        drawing={<PhoneOff className="size-8 text-muted" />}
        title={callCopy.missing.title}
        action={<BackToCalls filters={filters} />}
      >
        {callCopy.missing.text}
      </PageState>
    );
  }
  return (
    <ErrorPanel
      title={callCopy.failed.title}
      error={call.error}
      onRetry={() => void call.refetch()}
      retrying={call.isFetching}
    >
      {callCopy.failed.text}
    </ErrorPanel>
  );
}

function StaleCall({ call }: { call: CallQuery }) {
  const { timeZone } = useMe().organization;
  return (
    <ErrorPanel
      title={callCopy.failed.staleTitle}
      error={call.error}
      onRetry={() => void call.refetch()}
      retrying={call.isFetching}
    >
      {callCopy.failed.staleText(clockTime(new Date(call.dataUpdatedAt), timeZone))}
    </ErrorPanel>
  );
}
