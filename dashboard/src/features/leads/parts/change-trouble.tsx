import { GitCompareArrows, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/ui/button";
import { ChangeConflict, currentValue, sayRefusal, sayValue, type useChangeLead } from "../change-lead";
import { leadsCopy } from "../copy";

/** Why a change was taken back and, when somebody was faster, both values to choose from. */
export function ChangeTrouble({ change }: { change: ReturnType<typeof useChangeLead> }) {
  const { error } = change;
  if (error instanceof ChangeConflict) {
    const theirs = sayValue(currentValue(error.theirs, error.wanted));
    const yours = sayValue(error.wanted);
    return (
      <Strip
        icon={<GitCompareArrows aria-hidden className="mt-1.5 size-4 shrink-0 text-waiting" />}
        text={leadsCopy.change.conflict(error.theirs.name, theirs, yours)}
      >
        <Button size="small" onClick={() => change.reset()}>
          {leadsCopy.change.keep(theirs)}
        </Button>
        {theirs !== yours && (
          <Button size="small" onClick={() => change.mutate(error.wanted)}>
            {leadsCopy.change.redo(yours)}
          </Button>
        )}
      </Strip>
    );
  }
  return (
    <Strip
      icon={<Undo2 aria-hidden className="mt-1.5 size-4 shrink-0 text-danger" />}
      text={sayRefusal(error)}
    >
      <Button size="small" onClick={() => change.reset()}>
        {leadsCopy.change.dismiss}
      </Button>
    </Strip>
  );
}

function Strip({ icon, text, children }: { icon: ReactNode; text: string; children: ReactNode }) {
  return (
    <div
      role="alert"
      className="flex flex-wrap items-start gap-x-3 gap-y-2 rounded-control bg-sunken px-3 py-2"
    >
      {icon}
      <p className="min-w-48 flex-1 py-1.5">{text}</p>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  );
}
