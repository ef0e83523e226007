import { hasStatus } from "@/lib/problem";
import { sayRefusal } from "@/lib/refusal";
import { authCopy } from "./copy";

/** Why signing in did not work; never whether the address has an account. */
export function sayFailure(error: unknown): string {
  return hasStatus(error, 401) ? authCopy.wrong : sayRefusal(error);
}
