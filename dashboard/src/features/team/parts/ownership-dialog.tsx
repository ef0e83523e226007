import { useForm } from "react-hook-form";
import { announce } from "@/lib/announce";
import { showRefusal } from "@/lib/refusal";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { SelectField } from "@/ui/field";
import { FormFailure } from "@/ui/form-failure";
import { PasswordField } from "@/ui/password-field";
import { teamCopy } from "../copy";
import { useHandOver } from "../queries";
import type { TeamMember } from "../roles";

const { ownership: words, cancel } = teamCopy;

/** Asks who is to own the organization, and for the password of who does. */
export function OwnershipDialog({
  members,
  onClose,
}: {
  members: readonly TeamMember[];
  onClose: () => void;
}) {
  const handOver = useHandOver();
  const form = useForm({ defaultValues: { userId: members[0]?.userId ?? "", password: "" } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (body) => {
    try {
      await handOver.mutateAsync(body);
      announce(words.done(members.find(({ userId }) => userId === body.userId)?.name ?? ""));
      onClose();
    } catch (error) {
      showRefusal(error, ["userId", "password"], form.setError);
    }
  });

  return (
    <Dialog title={words.title} description={words.text} onClose={onClose}>
      <form noValidate onSubmit={submit} className="mt-5 grid gap-4">
        <FormFailure>{errors.root?.message}</FormFailure>
        <SelectField label={words.to} error={errors.userId?.message} {...form.register("userId")}>
          {members.map(({ userId, name, email }) => (
            <option key={userId} value={userId}>
              {name} ({email})
            </option>
          ))}
        </SelectField>
        <PasswordField
          label={words.password}
          autoComplete="current-password"
          error={errors.password?.message}
          {...form.register("password", { required: words.noPassword })}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{cancel}</Button>
          <Button type="submit" look="primary" busy={isSubmitting}>
            {words.action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
