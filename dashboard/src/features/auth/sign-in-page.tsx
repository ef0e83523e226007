import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useForm } from "react-hook-form";
import { showRefusal } from "@/lib/refusal";
import type { SecondStep } from "@/lib/session";
import { useSession, useSessionState } from "@/lib/session-context";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { FormFailure } from "@/ui/form-failure";
import { PasswordField } from "@/ui/password-field";
import { AuthLayout, AuthLink } from "./auth-layout";
import { authCopy } from "./copy";
import { sayFailure } from "./failure";

const SecondStepPage = lazy(() =>
  import("./second-step").then((module) => ({ default: module.SecondStepPage })),
);

const route = getRouteApi("/sign-in");
const { signIn: words, invalid, fields } = authCopy;

/** E-mail and password, then what the person has set up beside them. */
export function SignInPage() {
  const { next } = route.useSearch();
  const [step, setStep] = useState<SecondStep>();
  return step === undefined ? (
    <PasswordStep next={next} onSecondStep={setStep} />
  ) : (
    <Suspense>
      <SecondStepPage step={step} next={next} onStartAgain={() => setStep(undefined)} />
    </Suspense>
  );
}

interface PasswordStepProps {
  next: string | undefined;
  onSecondStep: (step: SecondStep | undefined) => void;
}

function PasswordStep({ next, onSecondStep }: PasswordStepProps) {
  const session = useSession();
  const ended = useSessionState() === "ended";
  const form = useForm({ defaultValues: { email: "", password: "" } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(({ email, password }) =>
    session
      .logIn({ email: email.trim(), password })
      .then(onSecondStep)
      .catch((error: unknown) => showRefusal(error, ["email", "password"], form.setError, sayFailure)),
  );

  return (
    <AuthLayout
      title={words.title}
      lead={words.lead}
      next={next}
      other={
        <>
          {words.other}{" "}
          <AuthLink to="/sign-up" next={next}>
            {words.otherLink}
          </AuthLink>
        </>
      }
    >
      <form noValidate onSubmit={submit} className="grid gap-5">
        {ended && !errors.root && (
          <p role="status" className="rounded-control border border-border bg-surface px-3 py-2.5">
            {words.ended}
          </p>
        )}
        <FormFailure>{errors.root?.message}</FormFailure>
        <TextField
          label={fields.email}
          type="email"
          autoComplete="username"
          error={errors.email?.message}
          {...form.register("email", {
            pattern: { value: /^\s*[^@\s]+@[^@\s]+\s*$/, message: invalid.email },
            required: invalid.email,
          })}
        />
        <PasswordField
          autoComplete="current-password"
          error={errors.password?.message}
          {...form.register("password", { required: invalid.password })}
        />
        <Button type="submit" look="primary" size="large" busy={isSubmitting}>
          {words.submit}
        </Button>
        <p>
          <AuthLink to="/forgot-password">{words.forgot}</AuthLink>
        </p>
      </form>
    </AuthLayout>
  );
}
