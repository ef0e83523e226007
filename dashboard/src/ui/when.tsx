import { useSyncExternalStore } from "react";
import { useMe } from "@/lib/me-context";
import { sayExactly, sayWhen } from "@/lib/time";

let now = new Date();

/** One clock for the page: it ticks twice a minute while anything shows a time. */
function subscribe(listener: () => void) {
  const timer = setInterval(() => {
    now = new Date();
    listener();
  }, 30_000);
  return () => clearInterval(timer);
}

/** A moment in the business's time, kept up to date; the tooltip has date, time and zone. */
export function When({ time }: { time: string }) {
  useSyncExternalStore(subscribe, () => now);
  const { timeZone } = useMe().organization;
  const date = new Date(time);
  return (
    <time dateTime={time} title={sayExactly(date, timeZone)} className="whitespace-nowrap tabular-nums">
      {sayWhen(date, new Date(), timeZone)}
    </time>
  );
}
