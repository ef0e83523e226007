import type { FieldValues, Path, UseFormSetError } from "react-hook-form";
import { ApiProblem, Unreachable } from "./problem";
import { clockTime } from "./time";

const words = {
  unreachable: "We could not reach HEKAX Phone. Check this device's internet connection and try again.",
  locked: (time: string) => `Too many tries. You can try again at ${time}.`,
  lockedForNow: "Too many tries. Wait a few minutes, then try again.",
  other: (requestId: string | undefined) =>
    `Something went wrong on our side. Try again in a minute.${requestId ? ` If it keeps happening, tell us ${requestId}.` : ""}`,
};

/** Shows a refusal where it belongs: beside the fields it names, or, in the words of `say`, above the form. */
export function showRefusal<T extends FieldValues>(
  error: unknown,
  fields: readonly Path<T>[],
  setError: UseFormSetError<T>,
  say: (error: unknown) => string = sayRefusal,
) {
  const named = error instanceof ApiProblem ? error.fields : [];
  const known = named.filter(({ field }) => (fields as readonly string[]).includes(field));
  for (const { field, message } of known) {
    setError(field as Path<T>, { message });
  }
  if (known.length === 0) {
    setError("root", { message: say(error) });
  }
}

/** What became of a request that did not go well: the server's own words where it understood and said no. */
export function sayRefusal(error: unknown): string {
  if (error instanceof Unreachable) {
    return words.unreachable;
  }
  if (!(error instanceof ApiProblem)) {
    return words.other(undefined);
  }
  if (error.status === 429) {
    return error.retryAt === undefined ? words.lockedForNow : words.locked(clockTime(error.retryAt));
  }
  return error.status < 500 ? error.message : words.other(error.requestId);
}
