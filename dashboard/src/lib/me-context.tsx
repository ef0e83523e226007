import { createContext, type ReactNode, use } from "react";
import type { Answer } from "./api-paths";
import type { Permission } from "./permissions";

export type Me = Answer<"get", "/api/me">;

const MeContext = createContext<Me | undefined>(undefined);

export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>;
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
