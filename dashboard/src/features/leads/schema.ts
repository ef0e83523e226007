import { z } from "@/lib/zod";
import { leadsCopy } from "./copy";

const { invalid } = leadsCopy.dialog;
const email = z.email();

/** The form of a new lead, in a business of `country`. Empty fields are left out of what is sent. */
export function newLeadSchema(country: string) {
  return z.object({
    name: z.string().check(z.trim(), z.minLength(1, invalid.name), z.maxLength(120, invalid.nameLong)),
    phone: z
      .string()
      .check(
        z.refine(
          async (typed) => typed.trim() === "" || (await readPhone(typed, country)) !== undefined,
          invalid.phone,
        ),
      ),
    email: z.string().check(
      z.trim(),
      z.maxLength(254, invalid.email),
      z.refine((typed) => typed === "" || email.safeParse(typed).success, invalid.email),
    ),
    company: z.string().check(z.trim(), z.maxLength(120, invalid.companyLong)),
    need: z.string().check(z.trim(), z.maxLength(2000, invalid.needLong)),
    owner: z.enum(["me", "nobody"]),
  });
}

export type NewLeadForm = z.infer<ReturnType<typeof newLeadSchema>>;

/** A number as typed, in E.164. The library that reads it is fetched once somebody types one. */
export async function readPhone(typed: string, country: string): Promise<string | undefined> {
  const { toE164 } = await import("@/lib/e164");
  return toE164(typed, country);
}
