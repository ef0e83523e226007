import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { getRouteApi } from "@tanstack/react-router";
import { useForm } from "react-hook-form";
import { useSession, useSessionState } from "@/lib/session-context";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { AuthLayout } from "./auth-layout";
import { authCopy } from "./copy";
import { showFailure } from "./failure";
import { FormFailure } from "./form-failure";
import { PasswordField } from "./password-field";
import { type SignInForm, signInSchema } from "./schema";

const route = getRouteApi("/sign-in");

export function SignInPage() {
  const { next } = route.useSearch();
  const session = useSession();
  const ended = useSessionState() === "ended";
  const form = useForm<SignInForm>({
    resolver: standardSchemaResolver(signInSchema),
    defaultValues: { email: "", password: "" },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit((values) =>
    session.logIn(values).catch((error: unknown) => showFailure(error, ["email", "password"], form.setError)),
  );

  return (
    <AuthLayout page={authCopy.signIn} otherPath="/sign-up" next={next}>
      <form noValidate onSubmit={submit} className="grid gap-5">
        {ended && !errors.root && (
          <p role="status" className="rounded-control border border-border bg-surface px-3 py-2.5">
            {authCopy.signIn.ended}
          </p>
        )}
        <FormFailure>{errors.root?.message}</FormFailure>
        <TextField
          label={authCopy.fields.email}
          type="email"
          autoComplete="username"
          error={errors.email?.message}
          {...form.register("email")}
        />
        <PasswordField
          autoComplete="current-password"
          error={errors.password?.message}
          {...form.register("password")}
        />
        <Button type="submit" look="primary" size="large" busy={isSubmitting}>
          {authCopy.signIn.submit}
        </Button>
      </form>
    </AuthLayout>
  );
}
