import { useRouter } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { useSession, useSessionCount, useSessionState } from "@/lib/session-context";
import { ErrorPanel } from "@/ui/page-state";
import { appCopy } from "./copy";
import { ShellSkeleton } from "./shell-skeleton";

const Shell = lazy(() => import("./shell").then((module) => ({ default: module.Shell })));

/** The gate of every page that needs a session: waits for the answer, lets in, or sends to the sign-in page. */
export function SignedIn() {
  const session = useSession();
  const state = useSessionState();
  const count = useSessionCount();
  switch (state) {
    case "unsure":
      return <ShellSkeleton />;
    case "unreachable":
      return (
        <main className="mx-auto max-w-lg py-24">
          <ErrorPanel
            title={appCopy.unreachable.title}
            error={undefined}
            onRetry={() => void session.start()}
          >
            {appCopy.unreachable.text}
          </ErrorPanel>
        </main>
      );
    case "signed-out":
    case "ended":
      return <ToSignIn />;
    case "signed-in":
      return (
        <Suspense fallback={<ShellSkeleton />}>
          <Shell key={count} />
        </Suspense>
      );
  }
}

/** Sends to the sign-in page, which remembers where the person wanted to go. */
function ToSignIn() {
  const router = useRouter();
  useEffect(() => {
    // Read once: the address changes under this component while it is on its way out.
    const wanted = router.latestLocation.href;
    void router.navigate({
      to: "/sign-in",
      search: wanted === "/" ? {} : { next: wanted },
      replace: true,
    });
  }, [router]);
  return <ShellSkeleton />;
}
