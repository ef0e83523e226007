import type { ReactNode } from "react";
import { AuthFrame } from "./auth-layout";
import { moreCopy } from "./more-copy";

const { deadLink: words } = moreCopy;

/** A link that is used up, too old, or not the newest; `children` is the way to a good one. */
export function DeadLink({ children }: { children: ReactNode }) {
  return (
    <AuthFrame title={words.title} lead={words.text}>
      {children}
    </AuthFrame>
  );
}
