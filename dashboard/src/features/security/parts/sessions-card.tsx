import { MonitorSmartphone } from "lucide-react";
import { useState } from "react";
import { announce } from "@/lib/announce";
import { sayRefusal } from "@/lib/refusal";
import { Card, CardState } from "@/ui/card";
import { Confirm } from "@/ui/confirm";
import { OnlineButton } from "@/ui/online-button";
import { When } from "@/ui/when";
import { securityCopy } from "../copy";
import { type SessionItem, useEndAllSessions, useEndSession, useSessions } from "../queries";

const { sessions: words, failedText } = securityCopy;

/** Every device this person is signed in on, with the way to end each, or all. */
export function SessionsCard() {
  const sessions = useSessions();
  const endAll = useEndAllSessions();
  const [asking, setAsking] = useState(false);
  return (
    <Card
      title={words.title}
      what={words.what}
      action={<OnlineButton onClick={() => setAsking(true)}>{words.all}</OnlineButton>}
    >
      <CardState title={words.title} query={sessions}>
        {failedText}
      </CardState>
      {sessions.data && (
        <ul aria-label={words.list} className="divide-y divide-border">
          {sessions.data.map((session) => (
            <Item key={session.id} session={session} />
          ))}
        </ul>
      )}
      {asking && (
        <Confirm
          {...words.allDialog}
          action={words.all}
          change={endAll}
          failed={sayRefusal(endAll.error)}
          onConfirm={() => endAll.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}

function Item({ session }: { session: SessionItem }) {
  const { id, device, address, createdAt, lastUsedAt, current } = session;
  const end = useEndSession();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <MonitorSmartphone aria-hidden className="size-4 shrink-0 text-muted" />
      <div className="grid min-w-48 flex-1">
        <p className="break-words font-semibold">
          {device}
          {current && <span className="ml-3 whitespace-nowrap text-live">{words.current}</span>}
        </p>
        <p className="text-muted">
          {address && <>{address} · </>}
          {words.used} <When time={lastUsedAt} /> · {words.since} <When time={createdAt} />
        </p>
        {end.isError && (
          <p role="alert" className="text-danger">
            {sayRefusal(end.error)}
          </p>
        )}
      </div>
      {!current && (
        <OnlineButton
          look="quiet"
          aria-label={words.endOf(device)}
          busy={end.isPending}
          onClick={() => end.mutate(id, { onSuccess: () => announce(words.ended) })}
        >
          {words.end}
        </OnlineButton>
      )}
    </li>
  );
}
