import { Plus, Webhook as WebhookIcon } from "lucide-react";
import { useState } from "react";
import { announce } from "@/lib/announce";
import { useOnline } from "@/lib/online";
import { Button } from "@/ui/button";
import { Card, CardState } from "@/ui/card";
import { Confirm } from "@/ui/confirm";
import { DeliveryLog } from "@/ui/delivery-log";
import { integrationsCopy } from "../copy";
import { useRemoveWebhook, useWebhookDeliveries, useWebhooks, type Webhook } from "../queries";
import { LogButton } from "./log-button";
import { NewWebhookDialog } from "./new-webhook-dialog";

const { webhooks: words, offlineReason, failedText } = integrationsCopy;

/** The organization's own systems, and what they were told. */
export function WebhooksCard() {
  const webhooks = useWebhooks();
  const online = useOnline();
  const [adding, setAdding] = useState(false);
  return (
    <Card
      title={words.title}
      what={words.what}
      action={
        <Button disabled={!online} title={online ? undefined : offlineReason} onClick={() => setAdding(true)}>
          <Plus aria-hidden className="size-4" />
          {words.add}
        </Button>
      }
    >
      <CardState title={words.title} query={webhooks}>
        {failedText}
      </CardState>
      {webhooks.data?.length === 0 && <p className="p-4 text-muted">{words.none}</p>}
      {webhooks.data && webhooks.data.length > 0 && (
        <ul aria-label={words.title} className="divide-y divide-border">
          {webhooks.data.map((webhook) => (
            <WebhookItem key={webhook.id} webhook={webhook} />
          ))}
        </ul>
      )}
      {adding && <NewWebhookDialog onClose={() => setAdding(false)} />}
    </Card>
  );
}

function WebhookItem({ webhook }: { webhook: Webhook }) {
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState(false);
  const remove = useRemoveWebhook();
  const online = useOnline();

  return (
    <li>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
        <WebhookIcon aria-hidden className="size-4 shrink-0 text-muted" />
        <div className="grid min-w-60 flex-1">
          <p className="break-all font-semibold">{webhook.url}</p>
          <p className="text-muted">{webhook.eventTypes.map((type) => words.events[type]).join(" · ")}</p>
          {webhook.status === "DISABLED" && <p className="text-waiting">{words.disabled}</p>}
        </div>
        <LogButton of={webhook.url} open={open} onToggle={() => setOpen(!open)} />
        <Button
          look="quiet"
          aria-label={words.remove(webhook.url)}
          disabled={!online}
          title={online ? undefined : offlineReason}
          onClick={() => setAsking(true)}
        >
          {words.removeShort}
        </Button>
      </div>
      {open && (
        <div className="border-border border-t bg-bg/60">
          <Deliveries webhookId={webhook.id} />
        </div>
      )}
      {asking && (
        <Confirm
          title={words.confirm.title}
          text={words.confirm.text(webhook.url)}
          action={words.confirm.action}
          change={remove}
          onConfirm={() => remove.mutate(webhook, { onSuccess: () => announce(words.removed) })}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}

function Deliveries({ webhookId }: { webhookId: string }) {
  return (
    <DeliveryLog query={useWebhookDeliveries(webhookId)} what={({ eventType }) => words.events[eventType]} />
  );
}
