import { When } from "@/ui/when";
import { callsCopy } from "../copy";
import type { Call, CallFilters } from "../filters";
import { useCallerName } from "../lead-names";
import { CallerLink, CallLead, CallLength } from "./call-cells";
import { CallMark } from "./stage-mark";

/** The calls as cards of two lines, for phones and narrow columns: same order, same actions as the table. */
export function CallCards({ calls, filters }: { calls: readonly Call[]; filters?: CallFilters }) {
  const nameOf = useCallerName(calls);
  return (
    <ul aria-label={callsCopy.tableCaption} className="divide-y divide-border">
      {calls.map((call) => (
        <li key={call.id} className="relative grid grid-cols-[minmax(0,1fr)] gap-1 px-4 py-3 hover:bg-bg/60">
          <div className="flex items-start justify-between gap-4">
            <CallerLink call={call} name={nameOf(call)} {...(filters && { filters })} />
            <span className="shrink-0 text-meta text-muted">
              <When time={call.startedAt} />
            </span>
          </div>
          <div className="flex items-center justify-between gap-4">
            <span className="flex min-w-0 items-center gap-3">
              <CallMark call={call} />
              <CallLead call={call} />
            </span>
            <span className="shrink-0">
              <CallLength call={call} />
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
