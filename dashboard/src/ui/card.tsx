import { type ReactNode, useId } from "react";
import { ErrorPanel } from "./page-state";

interface CardProps {
  title: string;
  /** What it is for. */
  what: string;
  action?: ReactNode;
  children?: ReactNode;
}

/** One titled part of a page of settings. */
export function Card({ title, what, action, children }: CardProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-card border border-border bg-surface">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3 p-4">
        <div className="grid min-w-60 flex-1 gap-1">
          <h2 id={id} className="font-semibold text-reading">
            {title}
          </h2>
          <p className="max-w-[72ch] text-pretty text-muted">{what}</p>
        </div>
        {action}
      </div>
      {children && <div className="border-border border-t">{children}</div>}
    </section>
  );
}

/** How asking for what a card shows goes. */
export interface Asking {
  isPending: boolean;
  isError: boolean;
  isFetching: boolean;
  error: unknown;
  refetch: () => unknown;
}

interface CardStateProps {
  title: string;
  query: Asking;
  /** What goes on when it cannot be had. */
  children: ReactNode;
}

/** A card's place while its answer is under way, or could not be had. */
export function CardState({ title, query, children }: CardStateProps) {
  if (query.isPending) {
    return (
      <div aria-busy="true" className="p-4">
        <span className="sr-only">Loading {title}</span>
        <div className="skeleton h-10" />
      </div>
    );
  }
  return query.isError ? (
    <ErrorPanel
      title={`We could not load ${title}`}
      error={query.error}
      onRetry={() => void query.refetch()}
      retrying={query.isFetching}
    >
      {children}
    </ErrorPanel>
  ) : null;
}
