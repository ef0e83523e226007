import { getRouteApi } from "@tanstack/react-router";
import { Download } from "lucide-react";
import { OnlineButton } from "@/ui/online-button";
import { PageHeading } from "@/ui/page-heading";
import { auditCopy as words } from "./copy";
import { EntryList } from "./parts/entry-list";
import { FilterBar } from "./parts/filter-bar";
import { useAuditLog, useExportAuditLog } from "./queries";

const route = getRouteApi("/signed-in/settings/audit-log");

/** Everything that was changed, by whom, as far as the filters say. */
export function AuditLogPage() {
  const filters = route.useSearch();
  const log = useAuditLog(filters);
  const file = useExportAuditLog(filters, words.fileName);
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-start gap-3">
        <div className="grid min-w-60 flex-1 gap-1">
          <PageHeading>{words.title}</PageHeading>
          <p className="text-pretty text-muted">{words.what}</p>
        </div>
        <OnlineButton busy={file.isPending} onClick={() => file.mutate()}>
          <Download aria-hidden className="size-4" />
          {words.export}
        </OnlineButton>
      </div>
      {file.isError && (
        <p role="alert" className="text-danger">
          {words.exportFailed}
        </p>
      )}
      <FilterBar filters={filters} />
      <EntryList log={log} filters={filters} />
    </div>
  );
}
