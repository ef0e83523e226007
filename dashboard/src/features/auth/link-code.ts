import { useLocation, useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { ApiProblem, hasCode } from "@/lib/problem";

/**
 * The code of the link in a mail. It stands behind the # of the address, so that no server log has it; it is taken out
 * of there at once, so that the history of this browser has it no longer either.
 */
export function useLinkCode(): string {
  const router = useRouter();
  const hash = useLocation({ select: (location) => location.hash });
  const [code] = useState(hash);
  useEffect(() => {
    if (hash !== "") {
      void router.navigate({ to: ".", hash: "", replace: true });
    }
  }, [router, hash]);
  return code;
}

/** Whether the link will never be good again, or never was one. */
export function isDead(error: unknown): boolean {
  const mistyped = error instanceof ApiProblem && error.fields.some(({ field }) => field === "code");
  return mistyped || hasCode(error, "LINK_INVALID");
}
