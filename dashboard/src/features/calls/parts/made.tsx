import { Link } from "@tanstack/react-router";
import { CircleCheck, Clock, ExternalLink, type LucideIcon, TriangleAlert } from "lucide-react";
import { useMay } from "@/lib/me-context";
import { Button } from "@/ui/button";
import { PhoneNumber } from "@/ui/phone-number";
import { When } from "@/ui/when";
import type { CallDetail } from "../cache";
import { callCopy } from "../copy";
import type { Call } from "../filters";
import { type CrmLink, useCrmLinks, useLeadOf } from "../queries";
import { Panel } from "./panel";

// What the call made: messages, a lead, and where both are in the CRM. What was not made is not there.

export function Messages({ call }: { call: CallDetail }) {
  const { messages: words } = callCopy;
  return call.messages.length === 0 ? null : (
    <Panel title={words.title}>
      <ul aria-label={words.title} className="divide-y divide-border">
        {call.messages.map((message) => (
          <li key={message.id} className="grid gap-1.5 p-4">
            <p className="whitespace-pre-line text-pretty text-reading">{message.message}</p>
            <p className="flex flex-wrap items-center gap-x-3 text-muted">
              {message.name && <span>{words.from(message.name)}</span>}
              {message.phone && <PhoneNumber e164={message.phone} />}
              {message.forWhom && <span>{words.for(message.forWhom)}</span>}
              <When time={message.takenAt} />
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function LeadMade({ call }: { call: Call }) {
  const { lead: words } = callCopy;
  const lead = useLeadOf(call);
  const may = useMay("LEADS_READ");
  if (!call.leadId) {
    return null;
  }
  return (
    <Panel title={words.title} busy={lead.isLoading}>
      <div className="grid gap-1.5 p-4">
        {lead.data ? (
          <>
            <p className="font-semibold text-reading">{lead.data.name}</p>
            {lead.data.need && <p className="text-pretty text-muted">{lead.data.need}</p>}
            {lead.data.phone && <PhoneNumber e164={lead.data.phone} />}
          </>
        ) : (
          <p>{words.captured}</p>
        )}
        {lead.isError && (
          <Trouble text={words.failed} action={words.again} onRetry={() => void lead.refetch()} />
        )}
        {may && (
          <Link
            to="/leads"
            hash={`lead-${call.leadId}`}
            className="inline-flex min-h-6 items-center text-accent hover:underline print:hidden"
          >
            {words.see}
          </Link>
        )}
      </div>
    </Panel>
  );
}

export function InCrm({ call }: { call: Call }) {
  const { crm: words } = callCopy;
  const links = useCrmLinks(call);
  if (!links.isError && (links.data ?? []).length === 0) {
    return null;
  }
  return (
    <Panel title={words.title}>
      <div className="grid gap-3 p-4">
        {links.isError && (
          <Trouble text={words.failed} action={words.again} onRetry={() => void links.refetch()} />
        )}
        <ul aria-label={words.title} className="grid gap-3">
          {links.data?.map((link) => (
            <InCrmItem key={`${link.kind} ${link.callId}`} link={link} />
          ))}
        </ul>
      </div>
    </Panel>
  );
}

const stateLooks: Record<CrmLink["state"], { icon: LucideIcon; colour: string }> = {
  WAITING: { icon: Clock, colour: "text-waiting" },
  SYNCED: { icon: CircleCheck, colour: "text-live" },
  FAILED: { icon: TriangleAlert, colour: "text-danger" },
};

function InCrmItem({ link }: { link: CrmLink }) {
  const { crm: words } = callCopy;
  const { icon: Icon, colour } = stateLooks[link.state];
  const provider = words.provider[link.provider];
  return (
    <li className="grid gap-1">
      <p className="flex items-start gap-2">
        <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${colour}`} />
        <span>
          {provider} · {words.kind[link.kind]}:{" "}
          <span className={`font-semibold ${colour}`}>{words.states[link.state]}</span>{" "}
          {link.syncedAt && (
            <span className="text-muted">
              <When time={link.syncedAt} />
            </span>
          )}
        </span>
      </p>
      {link.error && <p className="text-pretty pl-6 text-muted">{link.error}</p>}
      {link.url && (
        <a
          href={link.url}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-6 w-fit items-center gap-1.5 pl-6 text-accent hover:underline print:hidden"
        >
          {words.open(provider)}
          <ExternalLink aria-hidden className="size-3.5" />
        </a>
      )}
    </li>
  );
}

function Trouble({ text, action, onRetry }: { text: string; action: string; onRetry: () => void }) {
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2">
      <p className="text-danger">{text}</p>
      <Button size="small" onClick={onRetry}>
        {action}
      </Button>
    </div>
  );
}
