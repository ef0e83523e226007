import { z } from "@/lib/zod";
import { authCopy } from "./copy";

const { invalid } = authCopy;

const email = z.string().check(z.trim(), z.maxLength(254, invalid.email), z.email(invalid.email));

export const signInSchema = z.object({
  email,
  password: z.string().check(z.minLength(1, invalid.password), z.maxLength(200, invalid.password)),
});

export type SignInForm = z.infer<typeof signInSchema>;

const MOST_PASSWORD_BYTES = 72;

export const signUpSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1, invalid.name), z.maxLength(120, invalid.tooLong)),
  organizationName: z
    .string()
    .check(z.trim(), z.minLength(1, invalid.organizationName), z.maxLength(120, invalid.tooLong)),
  email,
  password: z.string().check(
    z.minLength(12, invalid.newPasswordShort),
    z.refine((text) => new TextEncoder().encode(text).length <= MOST_PASSWORD_BYTES, invalid.newPasswordLong),
  ),
  country: z.string(),
  timeZone: z.string(),
});

export type SignUpForm = z.infer<typeof signUpSchema>;
