import { PageSkeleton } from "./page-skeleton";

/** The shell before anything is known, with its final geometry. */
export function ShellSkeleton() {
  return (
    <div className="min-h-dvh md:pl-16 xl:pl-58">
      <div className="fixed inset-y-0 left-0 hidden w-16 border-border border-r bg-surface md:block xl:w-58" />
      <div className="h-14 border-border border-b bg-surface" />
      <div className="mx-auto max-w-7xl p-4 md:p-6">
        <PageSkeleton />
      </div>
    </div>
  );
}
