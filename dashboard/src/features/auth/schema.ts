import { newPassword } from "@/lib/new-password";
import { z } from "@/lib/zod";
import { authCopy } from "./copy";
import { moreCopy } from "./more-copy";

const { invalid } = moreCopy;

const email = z
  .string()
  .check(z.trim(), z.maxLength(254, authCopy.invalid.email), z.email(authCopy.invalid.email));
const name = z.string().check(z.trim(), z.minLength(1, invalid.name), z.maxLength(120, invalid.tooLong));

export const forgotSchema = z.object({ email });
export type ForgotForm = z.infer<typeof forgotSchema>;

export const resetSchema = z.object({ password: newPassword });
export type ResetForm = z.infer<typeof resetSchema>;

export const joinSchema = z.object({ name, password: newPassword });
export type JoinForm = z.infer<typeof joinSchema>;

export const signUpSchema = z.object({
  name,
  organizationName: z
    .string()
    .check(z.trim(), z.minLength(1, invalid.organizationName), z.maxLength(120, invalid.tooLong)),
  email,
  password: newPassword,
  country: z.string(),
  timeZone: z.string(),
});
export type SignUpForm = z.infer<typeof signUpSchema>;
