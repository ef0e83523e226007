import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useState } from "react";
import { buttonLook } from "./button";

interface DialogProps {
  title: string;
  description: string;
  onClose: () => void;
  children: ReactNode;
}

/** An open dialog: one column, a sheet from the bottom on phones. Focus returns to what opened it or, when that is gone, to the page. */
export function Dialog({ title, description, onClose, children }: DialogProps) {
  const [opener] = useState(() => document.activeElement);
  const giveFocusBack = (event: Event) => {
    event.preventDefault();
    const back = opener?.isConnected ? opener : document.querySelector("main");
    if (back instanceof HTMLElement) {
      back.focus();
    }
  };
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 grid items-end overflow-y-auto bg-[rgb(10_14_20/52%)] sm:items-center sm:justify-items-center sm:p-6">
          <Radix.Content
            onCloseAutoFocus={giveFocusBack}
            className="w-full animate-appear rounded-t-[14px] border border-border bg-surface p-6 shadow-raised sm:max-w-lg sm:rounded-[12px]"
          >
            <div className="flex items-start gap-4">
              <div className="grid gap-1">
                <Radix.Title className="font-semibold text-section tracking-[-0.01em]">{title}</Radix.Title>
                <Radix.Description className="text-muted">{description}</Radix.Description>
              </div>
              <Radix.Close
                className={buttonLook({ look: "quiet", size: "icon", className: "-mt-1 -mr-2 ml-auto" })}
                aria-label="Close"
              >
                <X aria-hidden className="size-4" />
              </Radix.Close>
            </div>
            {children}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}
