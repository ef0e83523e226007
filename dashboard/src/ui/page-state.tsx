import { CircleAlert, Copy, CopyCheck } from "lucide-react";
import { type ReactNode, useState } from "react";
import { requestIdOf } from "@/lib/problem";
import { Button } from "./button";

interface PageStateProps {
  /** A small drawing; decoration only. */
  drawing?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** What stands where content would: nothing yet, nothing found, not allowed. */
export function PageState({ drawing, title, children, action }: PageStateProps) {
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-2 px-6 py-14 text-center">
      {drawing && (
        <div aria-hidden className="mb-3">
          {drawing}
        </div>
      )}
      <h2 className="font-semibold text-section tracking-[-0.01em]">{title}</h2>
      {children && <div className="text-pretty text-muted">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

interface ErrorPanelProps {
  /** What failed. */
  title: string;
  /** What still works. */
  children: ReactNode;
  error: unknown;
  onRetry: () => void;
  retrying?: boolean;
}

export function ErrorPanel({ title, children, error, onRetry, retrying = false }: ErrorPanelProps) {
  const requestId = requestIdOf(error);
  return (
    <div role="alert" className="m-4 flex gap-3 rounded-card border border-danger/40 bg-danger/5 p-4">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="grid gap-1">
        <p className="font-semibold">{title}</p>
        <p className="text-muted">{children}</p>
        <div className="mt-2 flex flex-wrap gap-2">
          <Button size="small" onClick={onRetry} busy={retrying}>
            Try again
          </Button>
          {requestId && <CopyRequestId requestId={requestId} />}
        </div>
      </div>
    </div>
  );
}

function CopyRequestId({ requestId }: { requestId: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(requestId).then(() => setCopied(true));
  const Icon = copied ? CopyCheck : Copy;
  return (
    <Button size="small" look="quiet" onClick={copy} title={requestId}>
      <Icon aria-hidden className="size-4" />
      {copied ? "Request id copied" : "Copy request id"}
    </Button>
  );
}
