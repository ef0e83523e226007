import { useState } from "react";
import { useForm } from "react-hook-form";
import { useMe } from "@/lib/me-context";
import { showRefusal } from "@/lib/refusal";
import { useHttp } from "@/lib/session-context";
import { Card } from "@/ui/card";
import { TextField } from "@/ui/field";
import { FormFailure } from "@/ui/form-failure";
import { OnlineButton } from "@/ui/online-button";
import { PasswordField } from "@/ui/password-field";
import { profileCopy } from "../copy";

const { email: words, password: passwordWords } = profileCopy;
const LOOKS_LIKE_AN_ADDRESS = /^\s*[^@\s]+@[^@\s]+\.[^@\s.]+\s*$/;

/** The address this person signs in with; a new one counts once its mail was answered. */
export function EmailCard() {
  const { user } = useMe();
  const http = useHttp();
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm({ defaultValues: { email: "", password: "" } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    setSentTo(undefined);
    const email = values.email.trim();
    try {
      await http.post("/api/me/email-changes", { body: { email, password: values.password } });
      setSentTo(email);
      form.reset();
    } catch (error) {
      showRefusal(error, ["email", "password"], form.setError);
    }
  });

  return (
    <Card title={words.title} what={words.what(user.email)}>
      <form noValidate onSubmit={submit} className="grid max-w-md gap-4 p-4">
        <FormFailure>{errors.root?.message}</FormFailure>
        <TextField
          label={words.label}
          type="email"
          autoComplete="email"
          error={errors.email?.message}
          {...form.register("email", {
            required: words.invalid,
            pattern: { value: LOOKS_LIKE_AN_ADDRESS, message: words.invalid },
          })}
        />
        <PasswordField
          label={words.password}
          autoComplete="current-password"
          error={errors.password?.message}
          {...form.register("password", { required: passwordWords.invalid })}
        />
        <p>
          <OnlineButton type="submit" busy={isSubmitting}>
            {words.change}
          </OnlineButton>
        </p>
        <p role="status" className="break-words empty:hidden">
          {sentTo && words.sent(sentTo)}
        </p>
      </form>
    </Card>
  );
}
