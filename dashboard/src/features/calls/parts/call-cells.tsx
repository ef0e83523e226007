import { Link } from "@tanstack/react-router";
import { useMe } from "@/lib/me-context";
import { showPhoneNumber } from "@/lib/phone-number";
import { Length, Timer } from "@/ui/length";
import { callsCopy } from "../copy";
import { type Call, type CallFilters, isLive, otherNumber } from "../filters";

// What a call shows of itself; the table, the cards of the phone layout and the newest calls arrange the same pieces.

interface CallerLinkProps {
  call: Call;
  name: string | undefined;
  /** Those of the list, so that the call's page can go on to its neighbours. */
  filters?: CallFilters;
}

/** Who rang, as the way to the call; its area is the whole row around it. */
export function CallerLink({ call, name, filters = {} }: CallerLinkProps) {
  const { country } = useMe().organization;
  const e164 = otherNumber(call);
  const number = e164 === undefined ? callsCopy.privateNumber : showPhoneNumber(e164, country);
  return (
    <span className="grid min-w-0">
      <Link
        to="/calls/$callId"
        params={{ callId: call.id }}
        search={filters}
        data-call-link
        className="truncate font-semibold tabular-nums outline-offset-4 after:absolute after:inset-0 hover:underline"
      >
        {name ?? number}
      </Link>
      {name !== undefined && <span className="truncate text-meta text-muted tabular-nums">{number}</span>}
    </span>
  );
}

export function CallLength({ call }: { call: Call }) {
  if (isLive(call)) {
    return <Timer since={call.startedAt} />;
  }
  return call.talkSeconds > 0 ? (
    <Length seconds={call.talkSeconds} />
  ) : (
    <span className="text-muted">{callsCopy.notAnswered}</span>
  );
}

/** The way to the lead that the call made; above the row's own link. */
export function CallLead({ call }: { call: Call }) {
  return call.leadId ? (
    <Link
      to="/leads"
      hash={`lead-${call.leadId}`}
      className="relative z-[1] inline-flex min-h-6 items-center text-accent hover:underline"
    >
      {callsCopy.seeLead}
    </Link>
  ) : null;
}
