import { CircleAlert } from "lucide-react";

/** What the server said to the whole form. */
export function FormFailure({ children }: { children: string | undefined }) {
  return (
    <div role="alert" className="empty:absolute">
      {children && (
        <p className="flex gap-2.5 rounded-control border border-danger/40 bg-danger/5 px-3 py-2.5 text-ink">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
          {children}
        </p>
      )}
    </div>
  );
}
