import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { callPublic } from "@/lib/http";
import { newPasswordHint } from "@/lib/new-password";
import { showRefusal } from "@/lib/refusal";
import { Button } from "@/ui/button";
import { FormFailure } from "@/ui/form-failure";
import { PasswordField } from "@/ui/password-field";
import { AuthFrame, AuthLink } from "./auth-layout";
import { DeadLink } from "./dead-link";
import { isDead, useLinkCode } from "./link-code";
import { moreCopy } from "./more-copy";
import { type ResetForm, resetSchema } from "./schema";

const { reset: words, deadLink } = moreCopy;

/** Sets a new password with the link from the mail. */
export function ResetPasswordPage() {
  const code = useLinkCode();
  const [outcome, setOutcome] = useState<"done" | "dead">();
  const form = useForm<ResetForm>({
    resolver: standardSchemaResolver(resetSchema),
    defaultValues: { password: "" },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(({ password }) =>
    callPublic("/api/auth/password-resets/redeem", { body: { code, password } })
      .then(() => setOutcome("done"))
      .catch((error: unknown) =>
        isDead(error) ? setOutcome("dead") : showRefusal(error, ["password"], form.setError),
      ),
  );

  if (code === "" || outcome === "dead") {
    return (
      <DeadLink>
        <AuthLink to="/forgot-password">{deadLink.reset}</AuthLink>
      </DeadLink>
    );
  }
  if (outcome === "done") {
    return (
      <AuthFrame key="done" title={words.doneTitle} lead={words.done}>
        <AuthLink to="/sign-in">{words.signIn}</AuthLink>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={words.title} lead={words.lead}>
      <form noValidate onSubmit={submit} className="grid gap-5">
        <FormFailure>{errors.root?.message}</FormFailure>
        <PasswordField
          label={words.password}
          autoComplete="new-password"
          hint={newPasswordHint}
          error={errors.password?.message}
          {...form.register("password")}
        />
        <Button type="submit" look="primary" size="large" busy={isSubmitting}>
          {words.submit}
        </Button>
      </form>
    </AuthFrame>
  );
}
