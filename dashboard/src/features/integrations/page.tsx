import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useMay } from "@/lib/me-context";
import { Button } from "@/ui/button";
import { PageHeading } from "@/ui/page-heading";
import { integrationsCopy as words } from "./copy";
import { HubSpotCard } from "./parts/hubspot-card";
import { SlackCard } from "./parts/slack-card";
import { WebhooksCard } from "./parts/webhooks-card";
import type { ComingBack } from "./search";

const route = getRouteApi("/signed-in/settings/integrations");

/** A card for each system that this one is connected to, as far as this person may change it. */
export function IntegrationsPage() {
  const back = route.useSearch();
  const mayCrm = useMay("CRM_MANAGE");
  const mayNotifications = useMay("NOTIFICATIONS_MANAGE");
  const mayWebhooks = useMay("WEBHOOKS_MANAGE");
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4">
      <div className="grid gap-1">
        <PageHeading>{words.title}</PageHeading>
        <p className="text-muted">
          {words.text}{" "}
          <Link to="/settings/notifications" className="text-accent hover:underline">
            {words.toNotifications}
          </Link>
        </p>
      </div>
      <HowItWent back={back} />
      {mayCrm && <HubSpotCard />}
      {mayNotifications && <SlackCard />}
      {mayWebhooks && <WebhooksCard />}
    </div>
  );
}

/** What the vendor's own page made of it, until it was read. */
function HowItWent({ back }: { back: ComingBack }) {
  const navigate = useNavigate({ from: "/settings/integrations" });
  const good = back.connected === undefined ? undefined : words.connected[back.connected];
  const bad = back.error === undefined ? undefined : (words.errors[back.error] ?? words.otherError);
  const said = bad ?? good;
  if (said === undefined) {
    return null;
  }
  const Icon = bad ? CircleAlert : CircleCheck;
  return (
    <div
      role={bad ? "alert" : "status"}
      className="flex flex-wrap items-center gap-3 rounded-card border border-border bg-surface p-4"
    >
      <Icon aria-hidden className={`size-4 shrink-0 ${bad ? "text-danger" : "text-live"}`} />
      <p className="min-w-48 flex-1">{said}</p>
      <Button
        size="small"
        onClick={() => void navigate({ to: "/settings/integrations", search: {}, replace: true })}
      >
        {words.dismiss}
      </Button>
    </div>
  );
}
