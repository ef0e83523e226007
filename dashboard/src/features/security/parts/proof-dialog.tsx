import { useForm } from "react-hook-form";
import { showRefusal } from "@/lib/refusal";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { FormFailure } from "@/ui/form-failure";
import { PasswordField } from "@/ui/password-field";
import { securityCopy } from "../copy";
import type { TwoStepProof } from "../queries";

const { twoStep: words, cancel } = securityCopy;

interface ProofDialogProps {
  title: string;
  text: string;
  action: string;
  onProof: (proof: TwoStepProof) => Promise<void>;
  onClose: () => void;
}

/** Asks for both steps once more before they are changed. */
export function ProofDialog({ title, text, action, onProof, onClose }: ProofDialogProps) {
  const form = useForm({ defaultValues: { password: "", code: "" } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(({ password, code }) =>
    onProof({ password, code: code.replace(/\s/g, "") }).catch((error: unknown) =>
      showRefusal(error, ["password", "code"], form.setError),
    ),
  );

  return (
    <Dialog title={title} description={text} onClose={onClose}>
      <form noValidate onSubmit={submit} className="mt-5 grid gap-4">
        <FormFailure>{errors.root?.message}</FormFailure>
        <PasswordField
          label={words.password}
          autoComplete="current-password"
          error={errors.password?.message}
          {...form.register("password", { required: words.passwordMissing })}
        />
        <TextField
          label={words.anyCode}
          autoComplete="one-time-code"
          error={errors.code?.message}
          {...form.register("code", { required: words.anyCodeInvalid })}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{cancel}</Button>
          <Button type="submit" look="primary" busy={isSubmitting}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
