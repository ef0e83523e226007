import type { FieldValues, Path, UseFormSetError } from "react-hook-form";
import { ApiProblem, Unreachable } from "@/lib/problem";
import { clockTime } from "@/lib/time";
import { authCopy } from "./copy";

const { failed } = authCopy;

/** Shows a refusal where it belongs: beside the fields it names, or above the form. */
export function showFailure<T extends FieldValues>(
  error: unknown,
  fields: readonly Path<T>[],
  setError: UseFormSetError<T>,
) {
  const named = error instanceof ApiProblem ? error.fields : [];
  const known = named.filter(({ field }) => (fields as readonly string[]).includes(field));
  for (const { field, message } of known) {
    setError(field as Path<T>, { message });
  }
  if (known.length === 0) {
    setError("root", { message: sayFailure(error) });
  }
}

function sayFailure(error: unknown): string {
  if (error instanceof Unreachable) {
    return failed.unreachable;
  }
  if (!(error instanceof ApiProblem)) {
    return failed.other(undefined);
  }
  if (error.code === "EMAIL_TAKEN") {
    return failed.taken;
  }
  switch (error.status) {
    case 400:
    case 422:
      return failed.refused;
    case 401:
      return failed.wrong;
    case 423:
    case 429:
      return error.retryAt === undefined ? failed.lockedForNow : failed.locked(clockTime(error.retryAt));
    default:
      return failed.other(error.requestId);
  }
}
