import { useRef } from "react";

/** Gives the same idempotency key for the same words: sending them again after a failure cannot do a thing twice. */
export function useAttemptKey(): (body: unknown) => string {
  const attempt = useRef({ said: "", key: "" });
  return (body) => {
    const said = JSON.stringify(body);
    if (attempt.current.said !== said) {
      attempt.current = { said, key: crypto.randomUUID() };
    }
    return attempt.current.key;
  };
}
