import { Link } from "@tanstack/react-router";
import { ArrowLeft, ChevronLeft, ChevronRight, Printer } from "lucide-react";
import { useMe } from "@/lib/me-context";
import { showPhoneNumber } from "@/lib/phone-number";
import { sayExactly } from "@/lib/time";
import { Button, buttonLook } from "@/ui/button";
import { PageHeading } from "@/ui/page-heading";
import { PhoneNumber } from "@/ui/phone-number";
import { callCopy, callsCopy } from "../copy";
import { type Call, type CallFilters, isFiltered, isLive, otherNumber } from "../filters";
import { usePlace } from "../neighbours";
import { useLeadOf } from "../queries";
import { CallLength } from "./call-cells";
import { CallMark } from "./stage-mark";

interface HeadingProps {
  call: Call;
  filters: CallFilters;
}

/** Who, which number, when, how long, what came of it; and the way back and on. */
export function CallHeading({ call, filters }: HeadingProps) {
  const { timeZone, country } = useMe().organization;
  const lead = useLeadOf(call).data;
  const e164 = otherNumber(call);
  const number = e164 === undefined ? callsCopy.privateNumber : showPhoneNumber(e164, country);
  const own = call.direction === "OUTBOUND" ? call.from : call.to;
  return (
    <div className="grid gap-2">
      <CallNav call={call} filters={filters} />
      <PageHeading>{lead?.name ?? number}</PageHeading>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <CallMark call={call} />
        {lead && e164 && <PhoneNumber e164={e164} />}
        {own && <span className="text-muted">{callCopy.to(showPhoneNumber(own, country))}</span>}
        <time dateTime={call.startedAt} className="text-muted tabular-nums">
          {sayExactly(new Date(call.startedAt), timeZone)}
        </time>
        <CallLength call={call} />
        {isLive(call) && <span className="font-semibold text-live">{callCopy.live}</span>}
      </div>
    </div>
  );
}

function CallNav({ call, filters }: HeadingProps) {
  const place = usePlace(call.id, filters);
  return (
    <nav aria-label={callCopy.back} className="flex flex-wrap items-center gap-2 print:hidden">
      <BackToCalls filters={filters} />
      {place && (
        <span className="ml-auto flex items-center gap-1">
          <Neighbour call={place.newer} filters={filters} label={callCopy.newer} />
          <span className="px-1 text-muted tabular-nums">
            {callCopy.place(place.place, place.count, place.more)}
          </span>
          <Neighbour call={place.older} filters={filters} label={callCopy.older} />
        </span>
      )}
      <Button look="quiet" className={place ? "" : "ml-auto"} onClick={() => window.print()}>
        <Printer aria-hidden className="size-4" />
        {callCopy.print}
      </Button>
    </nav>
  );
}

export function BackToCalls({ filters }: { filters: CallFilters }) {
  return (
    <Link to="/calls" search={filters} className={buttonLook({ look: "quiet", className: "-ml-3.5" })}>
      <ArrowLeft aria-hidden className="size-4" />
      {isFiltered(filters) ? callCopy.backFiltered : callCopy.back}
    </Link>
  );
}

function Neighbour({
  call,
  filters,
  label,
}: {
  call: Call | undefined;
  filters: CallFilters;
  label: string;
}) {
  const Icon = label === callCopy.newer ? ChevronLeft : ChevronRight;
  const look = buttonLook({ look: "quiet", size: "icon" });
  return call === undefined ? (
    <span aria-hidden className={`${look} opacity-40`}>
      <Icon className="size-4" />
    </span>
  ) : (
    <Link
      to="/calls/$callId"
      params={{ callId: call.id }}
      search={filters}
      aria-label={label}
      title={label}
      className={look}
    >
      <Icon aria-hidden className="size-4" />
    </Link>
  );
}
