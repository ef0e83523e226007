import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Answer } from "@/lib/api-paths";
import { callPublic } from "@/lib/http";
import { useHttp, useSessionState } from "@/lib/session-context";
import { ErrorPanel } from "@/ui/page-state";
import { AuthFrame } from "./auth-layout";
import { DeadLink } from "./dead-link";
import { JoinAsMember, JoinAsNewPerson, JoinWithPassword } from "./join-forms";
import { isDead, useLinkCode } from "./link-code";
import { moreCopy } from "./more-copy";

const { join: words, deadLink } = moreCopy;

export type Invitation = Answer<"post", "/api/auth/invitations/look-up">;

/** Takes an invitation: as a new person, or as somebody who has an account and signs in first. */
export function JoinPage() {
  const code = useLinkCode();
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }));
  return (
    <QueryClientProvider client={queries}>
      <LookedUp code={code} />
    </QueryClientProvider>
  );
}

function LookedUp({ code }: { code: string }) {
  const [dead, setDead] = useState(code === "");
  const invitation = useQuery({
    queryKey: ["invitation", code],
    queryFn: () => callPublic("/api/auth/invitations/look-up", { body: { code } }),
    enabled: !dead,
    refetchOnWindowFocus: false,
  });
  const session = useSessionState();

  if (dead || isDead(invitation.error)) {
    return (
      <DeadLink>
        <p>{deadLink.askAgain}</p>
      </DeadLink>
    );
  }
  if (invitation.isError || session === "unreachable") {
    return (
      <AuthFrame title={words.failedTitle}>
        <ErrorPanel
          title={words.failedTitle}
          error={invitation.error}
          onRetry={() => (invitation.isError ? void invitation.refetch() : window.location.reload())}
          retrying={invitation.isFetching}
        >
          {words.failedText}
        </ErrorPanel>
      </AuthFrame>
    );
  }
  if (invitation.data === undefined || session === "unsure") {
    return (
      <main aria-busy="true" className="mx-auto grid max-w-100 gap-4 py-24">
        <span className="sr-only">{words.loading}</span>
        <div className="skeleton h-8" />
        <div className="skeleton h-24" />
      </main>
    );
  }
  const { organizationName, inviterName, role } = invitation.data;
  return (
    <AuthFrame title={words.title(organizationName)} lead={words.lead(inviterName, words.roles[role])}>
      <Way invitation={invitation.data} code={code} onDead={() => setDead(true)} />
    </AuthFrame>
  );
}

export interface JoinProps {
  invitation: Invitation;
  code: string;
  onDead: () => void;
}

function Way(props: JoinProps) {
  const signedIn = useSessionState() === "signed-in";
  // Decided once: the new person's own session opens while this form is still on its way out.
  const [newHere] = useState(!signedIn && !props.invitation.hasAccount);
  if (newHere) {
    return <JoinAsNewPerson {...props} />;
  }
  return signedIn ? <AsWhoever {...props} /> : <JoinWithPassword {...props} />;
}

/** Somebody is signed in here; whether it is the invited person only the server knows. */
function AsWhoever(props: JoinProps) {
  const http = useHttp();
  const me = useQuery({ queryKey: ["me"], queryFn: ({ signal }) => http.get("/api/me", { signal }) });
  if (me.isError) {
    return (
      <ErrorPanel
        title={words.failedTitle}
        error={me.error}
        onRetry={() => void me.refetch()}
        retrying={me.isFetching}
      >
        {words.failedText}
      </ErrorPanel>
    );
  }
  return me.data === undefined ? (
    <div aria-busy="true">
      <span className="sr-only">{words.loading}</span>
      <div className="skeleton h-24" />
    </div>
  ) : (
    <JoinAsMember {...props} signedInAs={me.data.user.email} />
  );
}
