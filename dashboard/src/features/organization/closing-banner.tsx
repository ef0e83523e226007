import { TriangleAlert } from "lucide-react";
import { announce } from "@/lib/announce";
import { useMe } from "@/lib/me-context";
import { dateIn } from "@/lib/time";
import { OnlineButton } from "@/ui/online-button";
import { organizationCopy } from "./copy";
import { useClosing, useUndoClosing } from "./queries";

const { closing: words } = organizationCopy;

/** On every page of an owner whose organization is closing: until when it can be kept, and the way to keep it. */
export function ClosingBanner() {
  const { organization } = useMe();
  const closing = useClosing().data?.closing;
  const undo = useUndoClosing();
  return closing ? (
    <section
      aria-label={words.bannerLabel}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-danger/40 border-b bg-surface px-4 py-2 shadow-[inset_3px_0_0_var(--danger)] md:px-6 print:hidden"
    >
      <TriangleAlert aria-hidden className="size-4 shrink-0 text-danger" />
      <p className="min-w-48 flex-1 text-pretty">
        {words.banner(organization.name, dateIn(new Date(closing.erasesAt), organization.timeZone))}
      </p>
      {undo.isError && (
        <p role="alert" className="text-danger">
          {words.undoFailed}
        </p>
      )}
      <OnlineButton
        size="small"
        busy={undo.isPending}
        onClick={() => undo.mutate(undefined, { onSuccess: () => announce(words.undone) })}
      >
        {words.undo}
      </OnlineButton>
    </section>
  ) : null;
}
