import { useForm } from "react-hook-form";
import { announce } from "@/lib/announce";
import { useMay } from "@/lib/me-context";
import { ApiProblem } from "@/lib/problem";
import { sayRefusal, showRefusal } from "@/lib/refusal";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { SelectField, TextArea } from "@/ui/field";
import { FormFailure } from "@/ui/form-failure";
import { MOST_AT_ONCE, readAddresses } from "../addresses";
import { teamCopy } from "../copy";
import { useInvite } from "../queries";
import { type Role, rolesToGive } from "../roles";

const { invitations, roles, about, cancel } = teamCopy;
const { dialog: words } = invitations;

/** Asks for addresses, as they come out of wherever they are kept, and one role for them. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const invite = useInvite();
  const mayOwn = useMay("ORGANIZATION_OWN");
  const form = useForm<{ emails: string; role: Role }>({ defaultValues: { emails: "", role: "AGENT" } });
  const { errors, isSubmitting } = form.formState;
  const { emails } = readAddresses(form.watch("emails"));

  const submit = form.handleSubmit(async ({ role }) => {
    try {
      await invite.mutateAsync({ invitations: emails.map((email) => ({ email, role })) });
      announce(words.sent(emails.length));
      onClose();
    } catch (error) {
      showRefusal(error, [], form.setError, (refused) => sayWhom(refused, emails));
    }
  });

  return (
    <Dialog title={words.title} description={words.text} onClose={onClose}>
      <form noValidate onSubmit={submit} className="mt-5 grid gap-4">
        <FormFailure>{errors.root?.message}</FormFailure>
        <TextArea
          label={words.emails}
          hint={words.emailsHint}
          autoComplete="off"
          spellCheck={false}
          error={errors.emails?.message}
          {...form.register("emails", { validate: sayWhatIsWrong })}
        />
        <SelectField label={words.role} hint={about[form.watch("role")]} {...form.register("role")}>
          {rolesToGive(mayOwn).map((role) => (
            <option key={role} value={role}>
              {roles[role]}
            </option>
          ))}
        </SelectField>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{cancel}</Button>
          <Button type="submit" look="primary" busy={isSubmitting}>
            {words.send(emails.length)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Names the addresses that the server would not have, which it counts from the first. */
function sayWhom(error: unknown, emails: readonly string[]): string {
  const named = error instanceof ApiProblem ? error.fields : [];
  const said = named.flatMap(({ field, message }) => {
    const email = emails[Number(field.match(/\d+/)?.[0])];
    return email === undefined ? [] : [`${email}: ${message}`];
  });
  return said.length > 0 ? said.join(" ") : sayRefusal(error);
}

function sayWhatIsWrong(pasted: string): string | true {
  const { emails, wrong } = readAddresses(pasted);
  if (wrong.length > 0) {
    return words.bad(wrong.slice(0, 5));
  }
  if (emails.length === 0) {
    return words.none;
  }
  return emails.length <= MOST_AT_ONCE || words.many;
}
