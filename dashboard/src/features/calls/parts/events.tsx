import {
  Bot,
  CircleDot,
  type LucideIcon,
  MessageSquareText,
  PhoneForwarded,
  PhoneIncoming,
  PhoneOff,
  Sparkle,
  UserRound,
  Voicemail,
} from "lucide-react";
import { showLength, speakLength } from "@/lib/length";
import { ErrorPanel } from "@/ui/page-state";
import { callCopy } from "../copy";
import type { Call } from "../filters";
import { type CallEvent, useEvents } from "../queries";
import { Panel } from "./panel";

const { events: words } = callCopy;

/** What happened in the call, each with how long after its start. */
export function Events({ call }: { call: Call }) {
  const events = useEvents(call);
  return (
    <Panel title={words.title} busy={events.isPending}>
      {events.isPending && (
        <div className="p-4">
          <span className="sr-only">{words.loading}</span>
          <div className="skeleton h-24" />
        </div>
      )}
      {events.isError && (
        <ErrorPanel
          title={words.failed}
          error={events.error}
          onRetry={() => void events.refetch()}
          retrying={events.isFetching}
        >
          {words.failedText}
        </ErrorPanel>
      )}
      {events.data && (
        <ol aria-label={words.title} className="grid gap-3 p-4">
          {events.data.map((event) => (
            <Event key={event.id} event={event} startedAt={call.startedAt} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

const icons: Record<CallEvent["kind"], LucideIcon> = {
  STARTED: PhoneIncoming,
  ANSWERED: Bot,
  LEAD_CAPTURED: Sparkle,
  MESSAGE_TAKEN: MessageSquareText,
  VOICEMAIL_LEFT: Voicemail,
  TRANSFER_STARTED: PhoneForwarded,
  TRANSFER_ENDED: UserRound,
  ASSISTANT_FINISHED: Bot,
  ENDED: PhoneOff,
};

function Event({ event, startedAt }: { event: CallEvent; startedAt: string }) {
  const sentence = words.sentence(event);
  if (sentence === undefined) {
    return null;
  }
  const seconds = (Date.parse(event.at) - Date.parse(startedAt)) / 1_000;
  const Icon = event.detail.by === "PERSON" ? UserRound : (icons[event.kind] ?? CircleDot);
  return (
    <li className="flex items-start gap-2.5">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <span className="min-w-0 flex-1">
        {sentence}
        {event.kind === "VOICEMAIL_LEFT" && event.detail.seconds !== undefined && (
          <span className="text-muted tabular-nums"> · {showLength(event.detail.seconds)}</span>
        )}
      </span>
      <time dateTime={event.at} className="text-muted tabular-nums">
        <span aria-hidden>{showLength(seconds)}</span>
        <span className="sr-only">{words.after(speakLength(seconds))}</span>
      </time>
    </li>
  );
}
