/** The shell before anything is known, with its final geometry. */
export function ShellSkeleton() {
  return (
    <div aria-busy="true" className="min-h-dvh md:pl-16 xl:pl-58">
      <span className="sr-only">Loading</span>
      <div className="fixed inset-y-0 left-0 hidden w-16 border-border border-r bg-surface md:block xl:w-58" />
      <div className="h-14 border-border border-b bg-surface" />
      <div className="mx-auto grid max-w-7xl gap-4 p-4 md:p-6">
        <div className="skeleton h-8 w-32" />
        <div className="skeleton h-9 w-96 max-w-full" />
        <div className="skeleton h-96 w-full" />
      </div>
    </div>
  );
}
