import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMay } from "@/lib/me-context";
import { useHttp } from "@/lib/session-context";
import { useFrames } from "@/live/live-context";
import { namesKey } from "./cache";
import type { Call } from "./filters";

type Names = ReadonlyMap<string, string>;

const LARGEST_PAGE = 100;
const nobody: Names = new Map();

/**
 * Who rang, by the leads that calls made. A call knows its lead by id only; the newest leads, asked for once, name the
 * callers of the newest calls, and an older call shows its number.
 *
 * @param calls those on screen; nothing is asked for while none of them made a lead
 */
export function useCallerName(calls: readonly Call[]): (call: Call) => string | undefined {
  const http = useHttp();
  const queries = useQueryClient();
  const names = useQuery({
    queryKey: namesKey,
    queryFn: async ({ signal }): Promise<Names> => {
      const { items } = await http.get("/api/leads", { query: { limit: LARGEST_PAGE }, signal });
      return new Map(items.map((lead) => [lead.id, lead.name]));
    },
    staleTime: Number.POSITIVE_INFINITY,
    enabled: useMay("LEADS_READ") && calls.some((call) => call.leadId),
  });
  useFrames((frame) => {
    if (frame.type === "lead.captured" || frame.type === "lead.updated") {
      const { id, name } = frame.data;
      queries.setQueryData<Names>(namesKey, (known) => known && new Map(known).set(id, name));
    }
  });
  const known = names.data ?? nobody;
  return (call) => (call.leadId ? known.get(call.leadId) : undefined);
}
