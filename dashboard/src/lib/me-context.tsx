import { createContext, type ReactNode, use, useState } from "react";
import type { Answer } from "./api-paths";
import type { Permission } from "./permissions";

export type Me = Answer<"get", "/api/me">;

const MeContext = createContext<Me | undefined>(undefined);
const ClockContext = createContext(0);

/** Mounted as soon as `me` has come, so that the server's time in it is the time now. */
export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  const [aheadMs] = useState(() => Date.parse(me.serverTime) - Date.now());
  return (
    <MeContext value={me}>
      <ClockContext value={aheadMs}>{children}</ClockContext>
    </MeContext>
  );
}

/** The server's time now, whatever this device's clock says. */
export function useServerNow(): () => number {
  const aheadMs = use(ClockContext);
  return () => Date.now() + aheadMs;
}

/** The person who is signed in, their organization, rights and plan. */
export function useMe(): Me {
  const me = use(MeContext);
  if (me === undefined) {
    throw new Error("No MeProvider above.");
  }
  return me;
}

export function useMay(permission: Permission): boolean {
  return useMe().permissions.includes(permission);
}
