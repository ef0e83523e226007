import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import { useCalmAnnounce } from "@/lib/announce-calmly";
import { useMe } from "@/lib/me-context";
import { showPhoneNumber } from "@/lib/phone-number";
import { Timer } from "@/ui/length";
import { callsCopy } from "./copy";
import { type Call, isLive, otherNumber } from "./filters";
import { useCallerName } from "./lead-names";
import { useFollowLiveCalls, useLiveCalls } from "./live-calls";
import { StripMark, sayStage } from "./parts/stage-mark";

const { live: words } = callsCopy;

/** Every call going on, on top of every page; nothing when there is none. */
export function LiveStrip() {
  const calls = useLiveCalls();
  const who = useWho(calls);
  const announceCalmly = useCalmAnnounce();
  const said = useRef(new Map<string, string>());

  useFollowLiveCalls((call) => {
    // Much is heard of a call; only where it stands is worth an interruption.
    const stage = sayStage(call);
    if (said.current.get(call.id) !== stage) {
      said.current.set(call.id, stage);
      announceCalmly(call.id, words.said(who(call), stage));
    }
  });

  return calls.length === 0 ? null : (
    <section aria-label={words.region} className="border-border border-b bg-surface print:hidden">
      <ul className="mx-auto flex max-w-7xl gap-2 overflow-x-auto px-4 py-2 md:px-6">
        {calls.map((call) => (
          <li key={call.id} className="shrink-0">
            <Link
              to="/calls/$callId"
              params={{ callId: call.id }}
              className="flex min-h-11 max-w-md animate-appear items-center gap-3 rounded-control border border-border bg-bg px-3 hover:border-edge"
            >
              <StripMark call={call} />
              <span className="max-w-40 truncate font-semibold tabular-nums">{who(call)}</span>
              {isLive(call) && <Timer since={call.stageSince} />}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useWho(calls: readonly Call[]): (call: Call) => string {
  const nameOf = useCallerName(calls);
  const { country } = useMe().organization;
  return (call) => {
    const e164 = otherNumber(call);
    const number = e164 === undefined ? callsCopy.privateNumber : showPhoneNumber(e164, country);
    return nameOf(call) ?? number;
  };
}

/** How many calls go on, beside the way to them; nothing when there is none. */
export function LiveCallCount() {
  const count = useLiveCalls().filter(isLive).length;
  return count === 0 ? null : (
    <span className="relative rounded-full bg-live px-1.5 font-semibold text-meta text-surface tabular-nums">
      <span aria-hidden>{count}</span>
      <span className="sr-only">{words.count(count)}</span>
    </span>
  );
}
