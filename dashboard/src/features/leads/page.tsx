import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { ArrowUp, Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { toast } from "sonner";
import { announce } from "@/lib/announce";
import { useMay, useMe } from "@/lib/me-context";
import { useOnline } from "@/lib/online";
import { clockTime } from "@/lib/time";
import { Button } from "@/ui/button";
import { PageHeading } from "@/ui/page-heading";
import { leadsCopy } from "./copy";
import { type Lead, type LeadFilters, matches } from "./filters";
import { useNewLeads } from "./new-leads";
import { FilterBar } from "./parts/filter-bar";
import { LeadList } from "./parts/lead-list";
import { useLeads } from "./queries";

const loadDialog = () => import("./parts/new-lead-dialog");
const NewLeadDialog = lazy(() => loadDialog().then((module) => ({ default: module.NewLeadDialog })));

const route = getRouteApi("/signed-in/leads");

export function LeadsPage() {
  const filters = route.useSearch();
  const leads = useLeads(filters);
  const listed = leads.data?.pages.flatMap((page) => page.items) ?? [];
  const { waiting, show } = useNewLeads(filters, listed);
  const [adding, setAdding] = useState(false);

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <PageHeading>{leadsCopy.title}</PageHeading>
        {leads.data && listed.length > 0 && (
          <p className="mt-1 text-muted tabular-nums">{leadsCopy.count(listed.length, leads.hasNextPage)}</p>
        )}
        <Freshness failed={leads.isError} at={leads.dataUpdatedAt} />
        <AddButton onPress={() => setAdding(true)} />
      </div>
      <FilterBar filters={filters} />
      {waiting.length > 0 && (
        <div className="pointer-events-none sticky top-17 z-10 -mb-1 flex justify-center">
          <Button look="primary" shape="pill" className="pointer-events-auto animate-appear" onClick={show}>
            <ArrowUp aria-hidden className="size-4" />
            {leadsCopy.newLeads(waiting.length)}
          </Button>
        </div>
      )}
      <LeadList leads={leads} listed={listed} filters={filters} onAdd={() => setAdding(true)} />
      {adding && <Adding filters={filters} onClose={() => setAdding(false)} />}
    </div>
  );
}

/** How old the rows are, once they could not be asked for again. */
function Freshness({ failed, at }: { failed: boolean; at: number }) {
  const online = useOnline();
  const { timeZone } = useMe().organization;
  return (failed || !online) && at > 0 ? (
    <p className="mt-1 text-muted">{leadsCopy.updatedAt(clockTime(new Date(at), timeZone))}</p>
  ) : null;
}

function AddButton({ onPress }: { onPress: () => void }) {
  const online = useOnline();
  return useMay("LEADS_WRITE") ? (
    <Button
      look="primary"
      className="ml-auto"
      onClick={onPress}
      onPointerEnter={() => void loadDialog()}
      disabled={!online}
      title={online ? undefined : leadsCopy.offlineReason}
    >
      <Plus aria-hidden className="size-4" />
      {leadsCopy.add}
    </Button>
  ) : null;
}

function Adding({ filters, onClose }: { filters: LeadFilters; onClose: () => void }) {
  const { user } = useMe();
  const navigate = useNavigate({ from: "/leads" });

  function close(lead: Lead) {
    onClose();
    if (matches(lead, filters, user.id)) {
      announce(leadsCopy.added(lead.name));
    } else {
      toast(leadsCopy.hidden(lead.name), {
        action: { label: leadsCopy.showAll, onClick: () => void navigate({ to: "/leads", search: {} }) },
      });
    }
  }

  return (
    <Suspense>
      <NewLeadDialog onClose={onClose} onAdded={close} />
    </Suspense>
  );
}
