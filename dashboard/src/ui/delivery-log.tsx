import { CircleCheck, CircleX, Clock, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { components } from "@/api/types";
import { useMe } from "@/lib/me-context";
import { clockTime } from "@/lib/time";
import { Button } from "./button";
import { When } from "./when";

type WebhookDelivery = components["schemas"]["WebhookDelivery"];

/** What every way of telling keeps of what it sent. */
type Delivery = Pick<
  WebhookDelivery,
  "id" | "status" | "attempts" | "lastError" | "createdAt" | "nextAttemptAt"
>;

interface DeliveryLogProps<D extends Delivery> {
  query: {
    /** Undefined until they have come. */
    data: { pages: ReadonlyArray<{ items: readonly D[] }> } | undefined;
    isError: boolean;
    isFetchNextPageError: boolean;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    refetch: () => unknown;
    fetchNextPage: () => unknown;
  };
  what: (delivery: D) => ReactNode;
}

/** What was sent, newest first, each with its tries. */
export function DeliveryLog<D extends Delivery>({ query, what }: DeliveryLogProps<D>) {
  if (query.data === undefined) {
    return query.isError ? (
      <div role="alert" className="flex flex-wrap items-center gap-2 p-4">
        <p className="text-danger">We could not load what was sent.</p>
        <Button size="small" onClick={() => void query.refetch()}>
          Try again
        </Button>
      </div>
    ) : (
      <div aria-busy="true" className="p-4">
        <span className="sr-only">Loading what was sent</span>
        <div className="skeleton h-16" />
      </div>
    );
  }
  const deliveries = query.data.pages.flatMap((page) => page.items);
  if (deliveries.length === 0) {
    return <p className="p-4 text-muted">Nothing was sent yet.</p>;
  }
  return (
    <>
      <ol className="divide-y divide-border">
        {deliveries.map((delivery) => (
          <DeliveryItem key={delivery.id} delivery={delivery} what={what(delivery)} />
        ))}
      </ol>
      {query.hasNextPage && (
        <div className="flex flex-wrap items-center justify-center gap-3 border-border border-t p-3">
          {query.isFetchNextPageError && (
            <p role="alert" className="text-danger">
              We could not load older ones.
            </p>
          )}
          <Button size="small" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Load older
          </Button>
        </div>
      )}
    </>
  );
}

const looks: Record<Delivery["status"], { icon: LucideIcon; colour: string; name: string }> = {
  WAITING: { icon: Clock, colour: "text-waiting", name: "Waiting" },
  DELIVERED: { icon: CircleCheck, colour: "text-live", name: "Delivered" },
  FAILED: { icon: CircleX, colour: "text-danger", name: "Given up" },
};

function DeliveryItem({ delivery, what }: { delivery: Delivery; what: ReactNode }) {
  const { timeZone } = useMe().organization;
  const { icon: Icon, colour, name } = looks[delivery.status];
  return (
    <li className="grid gap-1 px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-4">
        <span className={`inline-flex w-28 items-center gap-2 font-semibold ${colour}`}>
          <Icon aria-hidden className="size-4" />
          {name}
        </span>
        <span className="min-w-0 break-words">{what}</span>
        <span className="text-muted">
          <When time={delivery.createdAt} />
        </span>
        {delivery.status === "WAITING" && delivery.nextAttemptAt && (
          <span className="text-muted">
            Next try at {clockTime(new Date(delivery.nextAttemptAt), timeZone)}
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
      <summary className="w-fit cursor-pointer text-accent">
        {attempts.length === 1 ? "1 try" : `${attempts.length} tries`}
      </summary>
      <ol className="grid gap-1 py-1 pl-4">
        {attempts.map((attempt) => (
          <li key={attempt.at} className="flex flex-wrap gap-x-3 text-muted">
            <When time={attempt.at} />
            {attempt.status != null && <span>Answered {attempt.status}</span>}
            <span>{attempt.error ?? "Went through"}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
