import { z } from "./zod";

const MOST_BYTES = 72;

export const newPasswordHint = "At least 12 characters. A short sentence works well.";

/** A password as it may be chosen; the server also refuses the ones that everybody chooses. */
export const newPassword = z.string().check(
  z.minLength(12, "Use at least 12 characters."),
  z.refine(
    (text) => new TextEncoder().encode(text).length <= MOST_BYTES,
    "Use fewer characters; 72 is the most we can keep.",
  ),
);
