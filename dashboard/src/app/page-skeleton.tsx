/** A page while its file is on the way: a title, a line of controls, and what they are for. */
export function PageSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-4">
      <span className="sr-only">Loading</span>
      <div className="skeleton h-8 w-32" />
      <div className="skeleton h-9 w-96 max-w-full" />
      <div className="skeleton h-96 w-full" />
    </div>
  );
}
