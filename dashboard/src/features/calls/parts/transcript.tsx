import { Bot, Scissors, UserRound } from "lucide-react";
import { useMe } from "@/lib/me-context";
import { clockTimeToTheSecond } from "@/lib/time";
import { ErrorPanel, PageState } from "@/ui/page-state";
import { callCopy } from "../copy";
import { type Call, isLive } from "../filters";
import { type CallTurn, useTurns } from "../queries";
import { Panel } from "./panel";

const { transcript: words } = callCopy;

/** What was said, as a list with speaker and time; goes on while the call does. */
export function Transcript({ call }: { call: Call }) {
  const turns = useTurns(call);
  return (
    <Panel title={words.title} busy={turns.isPending}>
      {turns.isPending && <TranscriptSkeleton />}
      {turns.isError && (
        <ErrorPanel
          title={turns.data ? words.staleTitle : words.failed}
          error={turns.error}
          onRetry={() => void turns.refetch()}
          retrying={turns.isFetching}
        >
          {turns.data ? words.staleText : words.failedText}
        </ErrorPanel>
      )}
      {turns.data && (turns.data.length === 0 ? <Nothing call={call} /> : <Turns turns={turns.data} />)}
    </Panel>
  );
}

function Turns({ turns }: { turns: readonly CallTurn[] }) {
  return (
    <ol aria-label={words.title} className="grid gap-5 p-4 text-reading">
      {turns.map((turn) => (
        <Turn key={turn.itemId} turn={turn} />
      ))}
    </ol>
  );
}

function Turn({ turn }: { turn: CallTurn }) {
  const { timeZone } = useMe().organization;
  const isReceptionist = turn.speaker === "ASSISTANT";
  const Icon = isReceptionist ? Bot : UserRound;
  return (
    <li className="grid max-w-[72ch] gap-1">
      <p className="flex items-center gap-2 text-body">
        <Icon aria-hidden className={`size-4 ${isReceptionist ? "text-receptionist" : "text-accent"}`} />
        <span className={`font-semibold ${isReceptionist ? "text-receptionist" : ""}`}>
          {words.speakers[turn.speaker]}
        </span>
        <time dateTime={turn.at} className="text-meta text-muted tabular-nums">
          {clockTimeToTheSecond(new Date(turn.at), timeZone)}
        </time>
      </p>
      <p
        className={`ml-6 text-pretty border-l-2 pl-3 ${isReceptionist ? "border-receptionist/40" : "border-edge"}`}
      >
        {turn.text}
        {turn.interrupted && <span aria-hidden> …</span>}
      </p>
      {turn.interrupted && (
        <p className="ml-6 flex items-center gap-2 pl-3 text-meta text-waiting">
          <Scissors aria-hidden className="size-3.5 shrink-0" />
          {sayInterrupted(turn.heardMs)}
        </p>
      )}
    </li>
  );
}

function sayInterrupted(heardMs: number | null | undefined): string {
  return heardMs == null ? words.interrupted : words.interruptedAfter((heardMs / 1_000).toFixed(1));
}

function Nothing({ call }: { call: Call }) {
  if (isLive(call)) {
    return <PageState title={words.notYet}>{words.notYetText}</PageState>;
  }
  return (
    <PageState title={words.none}>
      {call.assistantSeconds === 0 && call.talkSeconds === 0 ? words.unanswered : words.noneText}
    </PageState>
  );
}

const LINES = ["w-3/5", "w-4/5", "w-2/5", "w-3/4"];

function TranscriptSkeleton() {
  return (
    <div className="grid gap-6 p-4">
      <span className="sr-only">{words.loading}</span>
      {LINES.map((width) => (
        <div key={width} className="grid gap-2">
          <div className="skeleton h-4 w-28" />
          <div className={`skeleton h-5 ${width}`} />
        </div>
      ))}
    </div>
  );
}
