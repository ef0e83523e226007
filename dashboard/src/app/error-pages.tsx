import type { ErrorComponentProps } from "@tanstack/react-router";
import { Button, buttonLook } from "@/ui/button";
import { PageState } from "@/ui/page-state";
import { appCopy } from "./copy";

export function MissingPage() {
  const { title, text, action } = appCopy.missing;
  return (
    <main>
      <PageState
        title={title}
        action={
          <a href="/" className={buttonLook({ look: "primary" })}>
            {action}
          </a>
        }
      >
        {text}
      </PageState>
    </main>
  );
}

const CHUNK_GONE = /dynamically imported module|Importing a module script failed/i;

/** A page that threw. When its file is gone because a newer version was put live, only a reload helps. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const outdated = error instanceof Error && CHUNK_GONE.test(error.message);
  const { title, text, action } = outdated ? appCopy.outdated : appCopy.broken;
  return (
    <div role="alert">
      <PageState
        title={title}
        action={
          <Button look="primary" onClick={outdated ? () => window.location.reload() : reset}>
            {action}
          </Button>
        }
      >
        {text}
      </PageState>
    </div>
  );
}
