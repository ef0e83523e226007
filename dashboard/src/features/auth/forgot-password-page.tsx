import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { callPublic } from "@/lib/http";
import { showRefusal } from "@/lib/refusal";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { FormFailure } from "@/ui/form-failure";
import { AuthFrame, AuthLink } from "./auth-layout";
import { authCopy } from "./copy";
import { LookIntoMail } from "./look-into-mail";
import { moreCopy } from "./more-copy";
import { type ForgotForm, forgotSchema } from "./schema";

const { forgot: words } = moreCopy;

/** Sends a link that sets a new password; says the same whether the address has an account or not. */
export function ForgotPasswordPage() {
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm<ForgotForm>({
    resolver: standardSchemaResolver(forgotSchema),
    defaultValues: { email: "" },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit((body) =>
    callPublic("/api/auth/password-resets", { body })
      .then(() => setSentTo(body.email))
      .catch((error: unknown) => showRefusal(error, ["email"], form.setError)),
  );

  if (sentTo !== undefined) {
    return <LookIntoMail text={moreCopy.lookIntoMail.reset(sentTo)} onAgain={() => setSentTo(undefined)} />;
  }
  return (
    <AuthFrame
      title={words.title}
      lead={words.lead}
      other={
        <>
          {words.other} <AuthLink to="/sign-in">{words.otherLink}</AuthLink>
        </>
      }
    >
      <form noValidate onSubmit={submit} className="grid gap-5">
        <FormFailure>{errors.root?.message}</FormFailure>
        <TextField
          label={authCopy.fields.email}
          type="email"
          autoComplete="username"
          error={errors.email?.message}
          {...form.register("email")}
        />
        <Button type="submit" look="primary" size="large" busy={isSubmitting}>
          {words.submit}
        </Button>
      </form>
    </AuthFrame>
  );
}
