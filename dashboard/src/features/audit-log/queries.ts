import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import type { Answer } from "@/lib/api-paths";
import { startOfDay } from "@/lib/business-time";
import { useMay, useMe } from "@/lib/me-context";
import { useHttp } from "@/lib/session-context";
import type { AuditFilters } from "./filters";

export type AuditEntry = Answer<"get", "/api/audit-log">["items"][number];

/** The filters as the API takes them: days are those of the business. */
function inApi({ actor, action, target, from, to }: AuditFilters, timeZone: string) {
  return {
    ...(actor && { actor }),
    ...(action && { action }),
    ...(target && { target }),
    ...(from && { from: startOfDay(from, timeZone).toISOString() }),
    ...(to && { to: startOfDay(to, timeZone, 1).toISOString() }),
  };
}

/** The log under these filters, newest first. The entries before stay until the new ones are there. */
export function useAuditLog(filters: AuditFilters) {
  const http = useHttp();
  const { timeZone } = useMe().organization;
  return useInfiniteQuery({
    queryKey: ["audit log", filters],
    queryFn: ({ pageParam, signal }) =>
      http.get("/api/audit-log", {
        query: { ...inApi(filters, timeZone), ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** Saves the log under these filters as a file on this device. */
export function useExportAuditLog(filters: AuditFilters, fileName: string) {
  const http = useHttp();
  const { timeZone } = useMe().organization;
  return useMutation({
    mutationFn: async () => {
      const parts: string[] = [];
      let cursor: string | undefined;
      do {
        const query = { ...inApi(filters, timeZone), ...(cursor && { cursor }) };
        const part = await http.getFile("/api/audit-log/export", { query });
        // Each part names its columns; the whole does it once.
        parts.push(parts.length === 0 ? part.text : part.text.slice(part.text.indexOf("\n") + 1));
        cursor = part.next;
      } while (cursor !== undefined);
      return parts;
    },
    onSuccess: (parts) => {
      const address = URL.createObjectURL(new Blob(parts, { type: "text/csv" }));
      const link = Object.assign(document.createElement("a"), { href: address, download: fileName });
      link.click();
      URL.revokeObjectURL(address);
    },
  });
}

/** The people to choose from. Without them the log is still there, only not by person. */
export function useActors() {
  const http = useHttp();
  return useQuery({
    queryKey: ["audit log", "actors"],
    queryFn: async ({ signal }) => (await http.get("/api/team", { signal })).items,
    enabled: useMay("TEAM_READ"),
  });
}
