import { useEffect, useState } from "react";
import { onAnnouncement, type Urgency } from "@/lib/announce";

/** The two live regions of the page. */
export function Announcer() {
  const [said, setSaid] = useState<Record<Urgency, string>>({ polite: "", assertive: "" });
  useEffect(
    () =>
      onAnnouncement((text, urgency) =>
        // The same sentence twice is two events; a trailing space makes it a change that is read out.
        setSaid((before) => ({ ...before, [urgency]: before[urgency] === text ? `${text} ` : text })),
      ),
    [],
  );
  return (
    <div className="sr-only">
      <div aria-live="polite">{said.polite}</div>
      <div aria-live="assertive">{said.assertive}</div>
    </div>
  );
}
