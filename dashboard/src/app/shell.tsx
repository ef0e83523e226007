import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { LiveStrip } from "@/features/calls/live-strip";
import { MeProvider, useMay } from "@/lib/me-context";
import { ApiProblem } from "@/lib/problem";
import { useHttp } from "@/lib/session-context";
import { LiveProvider } from "@/live/live-context";
import { ErrorPanel } from "@/ui/page-state";
import { Page } from "./page";
import { Rail } from "./rail";
import { useRegionKeys } from "./region-keys";
import { shellCopy } from "./shell-copy";
import { ShellSkeleton } from "./shell-skeleton";
import { Toasts } from "./toasts";
import { TopBar } from "./top-bar";

const RestrictedPage = lazy(() =>
  import("./restricted-page").then((module) => ({ default: module.RestrictedPage })),
);
const ClosingBanner = lazy(() =>
  import("@/features/organization/closing-banner").then((module) => ({ default: module.ClosingBanner })),
);

/** Everything around the pages of a signed-in person. Made anew for each session, so no data outlives one. */
export function Shell() {
  const [queries] = useState(makeQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <Account />
    </QueryClientProvider>
  );
}

function makeQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Being offline is an answer to show, not a reason to wait in silence.
        networkMode: "always",
        refetchOnReconnect: true,
        retry: (failures, error) => failures < 2 && !(error instanceof ApiProblem && error.status < 500),
      },
      mutations: { networkMode: "always" },
    },
  });
}

function Account() {
  const http = useHttp();
  const me = useQuery({ queryKey: ["me"], queryFn: ({ signal }) => http.get("/api/me", { signal }) });
  if (me.data === undefined) {
    return me.isError ? (
      <main className="mx-auto max-w-lg py-24">
        <ErrorPanel
          title={shellCopy.meFailed.title}
          error={me.error}
          onRetry={me.refetch}
          retrying={me.isFetching}
        >
          {shellCopy.meFailed.text}
        </ErrorPanel>
      </main>
    ) : (
      <ShellSkeleton />
    );
  }
  const { user, organization, restricted } = me.data;
  if (restricted) {
    return (
      <MeProvider me={me.data}>
        <Suspense fallback={<ShellSkeleton />}>
          <RestrictedPage />
        </Suspense>
      </MeProvider>
    );
  }
  return (
    <MeProvider me={me.data}>
      <LiveProvider scope={`${organization.id} ${user.id}`}>
        <Frame />
      </LiveProvider>
    </MeProvider>
  );
}

function Frame() {
  useRegionKeys();
  const mayClose = useMay("ORGANIZATION_OWN");
  return (
    <div className="min-h-dvh pb-16 md:pb-0 md:pl-16 xl:pl-58 print:p-0">
      <a
        href="#page"
        className="sr-only z-50 rounded-control bg-accent px-4 py-2 font-semibold text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        {shellCopy.skip}
      </a>
      <Rail />
      <TopBar />
      {mayClose && (
        <Suspense>
          <ClosingBanner />
        </Suspense>
      )}
      <LiveStrip />
      <Page />
      <Toasts />
    </div>
  );
}
