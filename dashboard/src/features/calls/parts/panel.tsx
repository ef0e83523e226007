import { type ReactNode, useId } from "react";

/** One titled part of a call's page. */
export function Panel({ title, busy, children }: { title: string; busy?: boolean; children: ReactNode }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      aria-busy={busy || undefined}
      className="min-w-0 rounded-card border border-border bg-surface print:break-inside-avoid-page"
    >
      <h2 id={id} className="border-border border-b px-4 py-3 font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
