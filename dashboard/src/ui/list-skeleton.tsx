const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** A list before its first answer, with its final geometry. `row` is the height of a row. */
export function ListSkeleton({ label, row }: { label: string; row: string }) {
  return (
    <div aria-busy="true" className="overflow-hidden rounded-card border border-border bg-surface">
      <span className="sr-only">{label}</span>
      <div className="hidden h-10 border-border border-b bg-sunken/60 md:block" />
      {ROWS.map((each) => (
        <div
          key={each}
          className={`flex items-center gap-6 border-border border-b px-4 last:border-b-0 ${row}`}
        >
          <div className="grid grow gap-2 md:grow-0 md:basis-2/5">
            <div className="skeleton h-4 w-36" />
            <div className="skeleton h-3 w-full max-w-64" />
          </div>
          <div className="skeleton hidden h-4 w-28 md:block" />
          <div className="skeleton h-5 w-24" />
          <div className="skeleton hidden h-4 w-20 lg:block" />
        </div>
      ))}
    </div>
  );
}
