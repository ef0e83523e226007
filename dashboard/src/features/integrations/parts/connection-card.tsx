import { CircleCheck, TriangleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import { announce } from "@/lib/announce";
import { useOnline } from "@/lib/online";
import { Button } from "@/ui/button";
import { type Asking, Card, CardState } from "@/ui/card";
import { Confirm } from "@/ui/confirm";
import { When } from "@/ui/when";
import { integrationsCopy } from "../copy";
import { LogButton } from "./log-button";

const { offlineReason, notSaved, failedText, setUp } = integrationsCopy;

/** A system that its owner lets us into, as far as all of them are alike. */
export interface Connection {
  status: "ACTIVE" | "RECONNECT_NEEDED";
  /** Whose or which place there is connected. */
  where: string;
  connectedAt?: string | null | undefined;
  lastOkAt?: string | null | undefined;
  /** Why it has to be connected again. */
  error?: string | null | undefined;
}

interface ConnectionWords {
  title: string;
  what: string;
  connect: string;
  again: string;
  disconnect: string;
  disconnected: string;
  states: Record<Connection["status"], string>;
  whatToDo: string;
  lastOk: string;
  never: string;
  confirm: { title: string; text: string };
}

interface ConnectionCardProps {
  words: ConnectionWords;
  query: Asking & { data: unknown };
  /** Undefined when there is none, or as long as nobody knows. */
  connection: Connection | undefined;
  connect: { isPending: boolean; isSuccess: boolean; isError: boolean; mutate: () => void };
  disconnect: Ending;
  onDisconnect: (then: { onSuccess: () => void }) => void;
  /** What was sent there; mounted once somebody wants to see it. */
  log: ReactNode;
}

interface Ending {
  isPending: boolean;
  isError: boolean;
}

/** Connected or not, as whom, and how it goes. */
export function ConnectionCard({ words, query, connection, connect, log, ...ending }: ConnectionCardProps) {
  const online = useOnline();
  const mayConnect = query.data !== undefined && connection?.status !== "ACTIVE";
  return (
    <Card
      title={words.title}
      what={words.what}
      action={
        mayConnect && (
          <Button
            look="primary"
            busy={connect.isPending || connect.isSuccess}
            disabled={!online}
            title={online ? undefined : offlineReason}
            onClick={() => connect.mutate()}
          >
            {connection ? words.again : words.connect}
          </Button>
        )
      }
    >
      {connect.isError && (
        <p role="alert" className="p-4 text-danger">
          {notSaved}
        </p>
      )}
      <CardState title={words.title} query={query}>
        {failedText}
      </CardState>
      {connection && <Connected words={words} connection={connection} log={log} {...ending} />}
    </Card>
  );
}

type ConnectedProps = Pick<ConnectionCardProps, "words" | "disconnect" | "onDisconnect" | "log"> & {
  connection: Connection;
};

function Connected({ words, connection, disconnect, onDisconnect, log }: ConnectedProps) {
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState(false);
  const online = useOnline();

  function confirmed() {
    onDisconnect({
      onSuccess: () => {
        setAsking(false);
        announce(words.disconnected);
      },
    });
  }

  return (
    <>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 p-4">
        <State words={words} connection={connection} />
        <div className="ml-auto flex flex-wrap gap-2">
          <LogButton of={words.title} open={open} onToggle={() => setOpen(!open)} />
          <Button
            look="quiet"
            disabled={!online}
            title={online ? undefined : offlineReason}
            onClick={() => setAsking(true)}
          >
            {words.disconnect}
          </Button>
        </div>
      </div>
      {open && <div className="border-border border-t bg-bg/60">{log}</div>}
      {asking && (
        <Confirm
          {...words.confirm}
          action={words.disconnect}
          change={disconnect}
          onConfirm={confirmed}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function State({ words, connection }: Pick<ConnectedProps, "words" | "connection">) {
  const { status, where, connectedAt, lastOkAt, error } = connection;
  const active = status === "ACTIVE";
  const Icon = active ? CircleCheck : TriangleAlert;
  return (
    <>
      <span
        className={`inline-flex items-center gap-2 font-semibold ${active ? "text-live" : "text-waiting"}`}
      >
        <Icon aria-hidden className="size-4" />
        {words.states[status]}
      </span>
      <span className="min-w-0 break-words">{where}</span>
      {active && connectedAt && (
        <span className="text-muted">
          {setUp} <When time={connectedAt} />
        </span>
      )}
      <span className="text-muted">
        {lastOkAt ? (
          <>
            {words.lastOk} <When time={lastOkAt} />
          </>
        ) : (
          words.never
        )}
      </span>
      {!active && (
        <div className="grid w-full gap-1 text-pretty">
          {error && <p className="text-waiting">{error}</p>}
          <p>{words.whatToDo}</p>
        </div>
      )}
    </>
  );
}
