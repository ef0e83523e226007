import { Link } from "@tanstack/react-router";
import { callsCopy } from "./copy";
import { useNewCalls } from "./new-calls";
import { CallCards } from "./parts/call-cards";
import { CallList } from "./parts/call-list";
import { useCalls } from "./queries";

const SHOWN = 6;
const unfiltered = {};

/** The newest calls in short, for the home page, with the way to all of them. */
export function NewestCalls() {
  const calls = useCalls(unfiltered);
  const listed = calls.data?.pages.flatMap((page) => page.items) ?? [];
  useNewCalls(unfiltered, listed);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
      <div className="flex items-baseline justify-between">
        <h2 className="font-semibold text-section tracking-[-0.01em]">{callsCopy.newest.title}</h2>
        <Link to="/calls" className="inline-flex min-h-6 items-center text-accent hover:underline">
          {callsCopy.newest.all}
        </Link>
      </div>
      {calls.isSuccess && listed.length > 0 ? (
        <div className="rounded-card border border-border bg-surface">
          <CallCards calls={listed.slice(0, SHOWN)} />
        </div>
      ) : (
        <CallList calls={calls} listed={listed} filters={unfiltered} />
      )}
    </div>
  );
}
