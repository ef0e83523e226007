import { NewestCalls } from "@/features/calls/newest-calls";
import { NewestLeads } from "@/features/leads/newest-leads";
import { hourIn } from "@/lib/business-time";
import { useMay, useMe, useServerNow } from "@/lib/me-context";
import { PageHeading } from "@/ui/page-heading";
import { PageState } from "@/ui/page-state";
import { homeCopy as words } from "./home-copy";

/** What is newest of everything this person may see; the calls going on stand above it, as on every page. */
export function HomePage() {
  const { user, organization } = useMe();
  const serverNow = useServerNow();
  const mayCalls = useMay("CALLS_READ");
  const mayLeads = useMay("LEADS_READ");
  const hour = hourIn(new Date(serverNow()), organization.timeZone);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <PageHeading>{greeting(hour)(user.name.split(" ")[0] ?? user.name)}</PageHeading>
      {mayCalls || mayLeads ? (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none">
          {mayCalls && <NewestCalls />}
          {mayLeads && <NewestLeads />}
        </div>
      ) : (
        <PageState title={words.nothing.title}>{words.nothing.text(organization.name)}</PageState>
      )}
    </div>
  );
}

function greeting(hour: number) {
  if (hour < 12) {
    return words.morning;
  }
  return hour < 18 ? words.afternoon : words.evening;
}
