import { When } from "@/ui/when";
import { callsCopy } from "../copy";
import { type Call, type CallFilters, isLive } from "../filters";
import { useCallerName } from "../lead-names";
import { CallerLink, CallLead, CallLength } from "./call-cells";
import { CallMark } from "./stage-mark";

const { columns } = callsCopy;

/** The calls as a table, for screens that have room for one. */
export function CallTable({ calls, filters }: { calls: readonly Call[]; filters: CallFilters }) {
  const nameOf = useCallerName(calls);
  return (
    <table className="w-full table-fixed border-collapse text-left">
      <caption className="sr-only">{callsCopy.tableCaption}</caption>
      <thead className="border-border border-b bg-sunken/60 text-muted">
        <tr>
          <Head>{columns.caller}</Head>
          <Head className="w-2/5">{columns.outcome}</Head>
          <Head className="w-32">{columns.length}</Head>
          <Head className="w-48">{columns.when}</Head>
        </tr>
      </thead>
      <tbody className="divide-y divide-border">
        {calls.map((call) => (
          <tr
            key={call.id}
            className={`relative h-13 hover:bg-bg/60 ${isLive(call) ? "shadow-[inset_3px_0_0_var(--live)]" : ""}`}
          >
            <th scope="row" className="px-4 font-normal">
              <CallerLink call={call} name={nameOf(call)} filters={filters} />
            </th>
            <td className="px-4">
              <span className="flex min-w-0 items-center gap-4">
                <CallMark call={call} />
                <CallLead call={call} />
              </span>
            </td>
            <td className="px-4">
              <CallLength call={call} />
            </td>
            <td className="px-4 text-muted">
              <When time={call.startedAt} />
            </td>
          </tr>
        ))}
      </tbody>
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
