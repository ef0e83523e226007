import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { integrationsCopy as words } from "../copy";

interface ConfirmProps {
  title: string;
  /** What ends with it, and what stays. */
  text: string;
  action: string;
  change: { isPending: boolean; isError: boolean };
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something ends; says so in place when it could not be done. */
export function Confirm({ title, text, action, change, onConfirm, onClose }: ConfirmProps) {
  return (
    <Dialog title={title} description={text} onClose={onClose}>
      <div className="mt-5 grid gap-3">
        {change.isError && (
          <p role="alert" className="text-danger">
            {words.notSaved}
          </p>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look="primary" busy={change.isPending} onClick={onConfirm}>
            {action}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
