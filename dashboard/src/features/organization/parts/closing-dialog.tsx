import { useForm } from "react-hook-form";
import { useMe } from "@/lib/me-context";
import { showRefusal } from "@/lib/refusal";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { FormFailure } from "@/ui/form-failure";
import { PasswordField } from "@/ui/password-field";
import { organizationCopy } from "../copy";
import { useClose } from "../queries";

const { cancel, closing } = organizationCopy;
const { dialog: words } = closing;

/** Asks for the name and the password, so that it can happen neither by a slip nor by somebody else's hand. */
export function ClosingDialog({ daysKept, onClose }: { daysKept: number; onClose: () => void }) {
  const { organization } = useMe();
  const close = useClose();
  const form = useForm({ defaultValues: { name: "", password: "" } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ name, password }) => {
    try {
      await close.mutateAsync({ name: name.trim(), password });
      onClose();
    } catch (error) {
      showRefusal(error, ["name", "password"], form.setError);
    }
  });

  return (
    <Dialog title={words.title(organization.name)} description={words.text(daysKept)} onClose={onClose}>
      <form noValidate onSubmit={submit} className="mt-5 grid gap-4">
        <FormFailure>{errors.root?.message}</FormFailure>
        <TextField
          label={words.name(organization.name)}
          autoComplete="off"
          error={errors.name?.message}
          {...form.register("name", {
            validate: (typed) => typed.trim() === organization.name || words.wrongName,
          })}
        />
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
