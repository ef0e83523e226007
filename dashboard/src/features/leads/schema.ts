import * as z from "zod/mini";
import { leadsCopy } from "./copy";
import { toE164 } from "./e164";

const { invalid } = leadsCopy.dialog;

/** The form of a new lead, in a business of `country`. Empty fields are left out of what is sent. */
export function newLeadSchema(country: string) {
  return z.object({
    name: z.string().check(z.trim(), z.minLength(1, invalid.name), z.maxLength(120, invalid.nameLong)),
    phone: z
      .string()
      .check(z.refine((typed) => typed.trim() === "" || toE164(typed, country) !== undefined, invalid.phone)),
    email: z.union([z.literal(""), z.string().check(z.trim(), z.maxLength(254), z.email())], invalid.email),
    company: z.string().check(z.trim(), z.maxLength(120, invalid.companyLong)),
    need: z.string().check(z.trim(), z.maxLength(2000, invalid.needLong)),
    owner: z.enum(["me", "nobody"]),
  });
}

export type NewLeadForm = z.infer<ReturnType<typeof newLeadSchema>>;
