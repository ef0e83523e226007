const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** The list before its first answer, with its final geometry. */
export function LeadsSkeleton() {
  return (
    <div
      aria-busy="true"
      className="grid gap-px overflow-hidden rounded-card border border-border bg-surface"
    >
      <span className="sr-only">Loading leads</span>
      <div className="hidden h-10 border-border border-b bg-sunken/60 md:block" />
      {ROWS.map((row) => (
        <div
          key={row}
          className="flex h-24 items-center gap-6 border-border border-b px-4 last:border-b-0 md:h-15"
        >
          <div className="grid grow gap-2 md:grow-0 md:basis-2/5">
            <div className="skeleton h-4 w-36" />
            <div className="skeleton h-3 w-full max-w-64" />
          </div>
          <div className="skeleton hidden h-4 w-28 md:block" />
          <div className="skeleton h-7 w-24" />
          <div className="skeleton hidden h-4 w-20 lg:block" />
        </div>
      ))}
    </div>
  );
}
