import { Check } from "lucide-react";

/** That something was saved, beside its button; read out as it appears. */
export function SavedMark({ saved }: { saved: boolean }) {
  return (
    <span role="status" className="text-live">
      {saved && (
        <span className="inline-flex animate-appear items-center gap-1.5">
          <Check aria-hidden className="size-4" />
          Saved
        </span>
      )}
    </span>
  );
}
