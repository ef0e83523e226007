import { CircleCheck, CircleX, Clock, type LucideIcon } from "lucide-react";
import { useMe } from "@/lib/me-context";
import { clockTime } from "@/lib/time";
import { Button } from "@/ui/button";
import { When } from "@/ui/when";
import { integrationsCopy } from "../copy";
import type { DeliveryStatus, WebhookDelivery } from "../queries";

const { log: words } = integrationsCopy;

/** What every way of telling keeps of a message. */
type Delivery = Pick<
  WebhookDelivery,
  "id" | "status" | "attempts" | "lastError" | "createdAt" | "nextAttemptAt" | "deliveredAt"
> & { what: string };

interface DeliveryLogProps {
  /** Undefined until they have come. */
  deliveries: readonly Delivery[] | undefined;
  query: {
    isError: boolean;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    refetch: () => unknown;
    fetchNextPage: () => unknown;
  };
}

/** What was sent, newest first, each with its tries. */
export function DeliveryLog({ deliveries, query }: DeliveryLogProps) {
  if (deliveries === undefined) {
    return query.isError ? (
      <div role="alert" className="flex flex-wrap items-center gap-2 p-4">
        <p className="text-danger">{words.failed}</p>
        <Button size="small" onClick={() => void query.refetch()}>
          {words.again}
        </Button>
      </div>
    ) : (
      <div aria-busy="true" className="p-4">
        <span className="sr-only">{words.loading}</span>
        <div className="skeleton h-16" />
      </div>
    );
  }
  if (deliveries.length === 0) {
    return <p className="p-4 text-muted">{words.none}</p>;
  }
  return (
    <>
      <ol className="divide-y divide-border">
        {deliveries.map((delivery) => (
          <DeliveryItem key={delivery.id} delivery={delivery} />
        ))}
      </ol>
      {query.hasNextPage && (
        <div className="flex justify-center border-border border-t p-3">
          <Button size="small" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {words.older}
          </Button>
        </div>
      )}
    </>
  );
}

const looks: Record<DeliveryStatus, { icon: LucideIcon; colour: string }> = {
  WAITING: { icon: Clock, colour: "text-waiting" },
  DELIVERED: { icon: CircleCheck, colour: "text-live" },
  FAILED: { icon: CircleX, colour: "text-danger" },
};

function DeliveryItem({ delivery }: { delivery: Delivery }) {
  const { timeZone } = useMe().organization;
  const { icon: Icon, colour } = looks[delivery.status];
  return (
    <li className="grid gap-1 px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-4">
        <span className={`inline-flex w-28 items-center gap-2 font-semibold ${colour}`}>
          <Icon aria-hidden className="size-4" />
          {words.statuses[delivery.status]}
        </span>
        <span>{delivery.what}</span>
        <span className="text-muted">
          <When time={delivery.createdAt} />
        </span>
        {delivery.status === "WAITING" && delivery.nextAttemptAt && (
          <span className="text-muted">
            {words.next(clockTime(new Date(delivery.nextAttemptAt), timeZone))}
          </span>
        )}
      </div>
      {delivery.lastError && <p className="text-pretty text-muted">{delivery.lastError}</p>}
      <Attempts attempts={delivery.attempts} />
    </li>
  );
}

/** One try that went well needs no more words than its time above. */
function Attempts({ attempts }: { attempts: Delivery["attempts"] }) {
  if (attempts.length < 2 && attempts.every((attempt) => !attempt.error)) {
    return null;
  }
  return (
    <details>
      <summary className="w-fit cursor-pointer text-accent">{words.tries(attempts.length)}</summary>
      <ol className="grid gap-1 py-1 pl-4">
        {attempts.map((attempt) => (
          <li key={attempt.at} className="flex flex-wrap gap-x-3 text-muted">
            <When time={attempt.at} />
            <span>{attempt.status == null ? words.noAnswer : words.answered(attempt.status)}</span>
            {attempt.error && <span>{attempt.error}</span>}
          </li>
        ))}
      </ol>
    </details>
  );
}
