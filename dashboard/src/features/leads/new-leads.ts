import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { announce } from "@/lib/announce";
import { useMe } from "@/lib/me-context";
import type { LeadFrame } from "@/live/frames";
import { useFrames } from "@/live/live-context";
import { putNewer, putOnTop } from "./cache";
import { leadsCopy } from "./copy";
import { isFiltered, type Lead, type LeadFilters, matches } from "./filters";

/** Further down than this and the reader is in the middle of the list. */
const TOP_PX = 80;

/**
 * Keeps the list in step with live frames. A new lead goes on top when the reader is there and sees everything;
 * otherwise it waits, so that nothing moves under the eyes, until `show` is called.
 *
 * @param listed the leads on screen, which do not need to wait any more
 */
export function useNewLeads(filters: LeadFilters, listed: readonly Lead[]) {
  const queries = useQueryClient();
  const me = useMe().user.id;
  const [arrived, setArrived] = useState<readonly Lead[]>([]);
  const shown = new Set(listed.map((lead) => lead.id));
  const waiting = arrived.filter((lead) => !shown.has(lead.id) && matches(lead, filters, me));

  useFrames((frame) => {
    if (frame.type === "lead.updated") {
      putNewer(queries, frame.data);
      setArrived((leads) => leads.map((lead) => (lead.id === frame.data.id ? newer(lead, frame) : lead)));
    } else if (frame.type === "lead.captured" && !shown.has(frame.data.id)) {
      meet(frame.data);
    }
  });

  function meet(lead: Lead) {
    announce(leadsCopy.newLeadSaid(lead.name));
    if (!isFiltered(filters) && window.scrollY < TOP_PX) {
      putOnTop(queries, [lead], me);
    } else {
      setArrived((leads) => [lead, ...leads.filter((known) => known.id !== lead.id)]);
    }
  }

  function show() {
    putOnTop(queries, waiting, me);
    setArrived([]);
    window.scrollTo({ top: 0 });
  }

  return { waiting, show };
}

function newer(lead: Lead, frame: LeadFrame): Lead {
  return frame.data.version > lead.version ? frame.data : lead;
}
