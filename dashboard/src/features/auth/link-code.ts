import { useLocation, useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { ApiProblem } from "@/lib/problem";

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

/** Whether the server will never take this link: a fault of its own or of too many tries is another matter. */
export function isDead(error: unknown): boolean {
  return (
    error instanceof ApiProblem &&
    error.status < 500 &&
    error.status !== 429 &&
    error.fields.every(({ field }) => field === "code")
  );
}
