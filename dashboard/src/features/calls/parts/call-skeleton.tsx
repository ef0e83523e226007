/** A call before its first answer. */
export function CallSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-4">
      <span className="sr-only">Loading the call</span>
      <div className="skeleton h-8 w-56" />
      <div className="skeleton h-5 w-96 max-w-full" />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="skeleton h-96" />
        <div className="skeleton h-64" />
      </div>
    </div>
  );
}
