import { createContext, type ReactNode, use, useMemo, useSyncExternalStore } from "react";
import { Http } from "./http";
import type { Session, SessionState } from "./session";

const SessionContext = createContext<{ session: Session; http: Http } | undefined>(undefined);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  const value = useMemo(() => ({ session, http: new Http(session) }), [session]);
  return <SessionContext value={value}>{children}</SessionContext>;
}

function useSessionContext() {
  const value = use(SessionContext);
  if (value === undefined) {
    throw new Error("No SessionProvider above.");
  }
  return value;
}

export function useSession(): Session {
  return useSessionContext().session;
}

export function useSessionState(): SessionState {
  const { session } = useSessionContext();
  return useSyncExternalStore(session.subscribe, session.current);
}

/** Another number with each session that is opened in this tab. */
export function useSessionCount(): number {
  const { session } = useSessionContext();
  return useSyncExternalStore(session.subscribe, session.count);
}

/** The API as the person who is signed in. */
export function useHttp(): Http {
  return useSessionContext().http;
}
