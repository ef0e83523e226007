import { useEffect, useState } from "react";
import { showLength, speakLength } from "@/lib/length";
import { useServerNow } from "@/lib/me-context";

/** How long something took: "4:12" to the eye, "4 minutes 12 seconds" to the ear. */
export function Length({ seconds }: { seconds: number }) {
  return (
    <span className="relative whitespace-nowrap tabular-nums">
      <span aria-hidden>{showLength(seconds)}</span>
      <span className="sr-only">{speakLength(seconds)}</span>
    </span>
  );
}

/** How long something has been going on since a moment the server named; goes on counting. */
export function Timer({ since }: { since: string }) {
  const serverNow = useServerNow();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return <Length seconds={(serverNow() - Date.parse(since)) / 1_000} />;
}
