import { useState } from "react";
import { Card, CardState } from "@/ui/card";
import { OnlineButton } from "@/ui/online-button";
import { organizationCopy } from "../copy";
import { useClosing } from "../queries";
import { ClosingDialog } from "./closing-dialog";

const { closing: words, failedText } = organizationCopy;

/** What ends with the organization, before anybody ends it. While it is closing the banner of every page says so. */
export function ClosingCard() {
  const closing = useClosing();
  const [asking, setAsking] = useState(false);
  return (
    <Card title={words.title} what={words.what}>
      <CardState title={words.title} query={closing}>
        {failedText}
      </CardState>
      {closing.data && closing.data.closing === null && (
        <div className="grid gap-4 p-4">
          <Consequences {...closing.data} />
          <p>
            <OnlineButton onClick={() => setAsking(true)}>{words.start}</OnlineButton>
          </p>
          {asking && <ClosingDialog daysKept={closing.data.daysKept} onClose={() => setAsking(false)} />}
        </div>
      )}
    </Card>
  );
}

type Facts = NonNullable<ReturnType<typeof useClosing>["data"]>;

function Consequences({ numbers, members, subscription, calls, recordings, leads, daysKept }: Facts) {
  const ends = [
    numbers > 0 && words.numbers(numbers),
    words.members(members),
    subscription && words.subscription,
  ].filter((line) => line !== false);
  const erased = [words.calls(calls), words.recordings(recordings), words.leads(leads)];
  return (
    <dl className="grid gap-4 sm:grid-cols-2">
      <Lines title={words.atOnce} lines={ends} />
      <Lines title={words.erased(daysKept)} lines={erased} />
    </dl>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <dt className="font-semibold">{title}</dt>
      {lines.map((line) => (
        <dd key={line} className="mt-1 text-pretty text-muted">
          {line}
        </dd>
      ))}
    </div>
  );
}
