import type { ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";

interface ConfirmProps {
  title: string;
  /** What ends with it, and what stays. */
  text: string;
  action: string;
  change: { isPending: boolean; isError: boolean };
  /** Why it could not be done, when that is known. */
  failed?: string;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks before something ends; says so in place when it could not be done. */
export function Confirm({ title, text, action, change, failed, onConfirm, onClose, children }: ConfirmProps) {
  return (
    <Dialog title={title} description={text} onClose={onClose}>
      <div className="mt-5 grid gap-3">
        {children}
        {change.isError && (
          <p role="alert" className="text-danger">
            {failed ?? "We could not do that, so it is as it was before. Try again."}
          </p>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" busy={change.isPending} onClick={onConfirm}>
            {action}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
