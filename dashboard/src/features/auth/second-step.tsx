import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { ApiProblem } from "@/lib/problem";
import { sayRefusal, showRefusal } from "@/lib/refusal";
import type { SecondStep } from "@/lib/session";
import { useSession } from "@/lib/session-context";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { FormFailure } from "@/ui/form-failure";
import { AuthLayout } from "./auth-layout";
import { moreCopy } from "./more-copy";

const { secondStep: words } = moreCopy;
const SIX_DIGITS = /^\s*\d{3}\s*\d{3}\s*$/;

interface SecondStepProps {
  step: SecondStep;
  onStartAgain: () => void;
}

/** The page between the password and the product, for people who have two-step sign-in. */
export function SecondStepPage({ next, ...props }: SecondStepProps & { next: string | undefined }) {
  return (
    <AuthLayout title={words.title} next={next}>
      <SecondStepForm {...props} />
    </AuthLayout>
  );
}

/** Asks for the code of the authenticator app or, when that is out of reach, a recovery code. */
export function SecondStepForm({ step, onStartAgain }: SecondStepProps) {
  const [recovering, setRecovering] = useState(false);
  return (
    <div className="grid gap-5">
      <p className="text-pretty text-muted">{recovering ? words.recoveryLead : words.lead}</p>
      {/* Another kind of code is another field, empty and with the focus. */}
      <CodeForm key={String(recovering)} step={step} recovering={recovering} />
      <div className="flex flex-wrap gap-2">
        <Button look="quiet" onClick={() => setRecovering(!recovering)}>
          {recovering ? words.useApp : words.useRecovery}
        </Button>
        <Button look="quiet" onClick={onStartAgain}>
          {words.startAgain}
        </Button>
      </div>
    </div>
  );
}

function CodeForm({ step, recovering }: { step: SecondStep; recovering: boolean }) {
  const session = useSession();
  const [goodUntil] = useState(() => Date.now() + step.expiresInSeconds * 1000);
  const form = useForm({ defaultValues: { code: "" } });
  const { errors, isSubmitting } = form.formState;

  // The one field of a page that the person has just asked for.
  const { setFocus } = form;
  useEffect(() => setFocus("code"), [setFocus]);

  function sayWhy(error: unknown): string {
    const refused = error instanceof ApiProblem && error.status < 500 && error.status !== 429;
    if (!refused) {
      return sayRefusal(error);
    }
    return Date.now() > goodUntil ? words.late : recovering ? words.wrongRecovery : words.wrong;
  }

  const submit = form.handleSubmit(({ code }) =>
    session
      .takeSecondStep({
        challenge: step.challenge,
        code: recovering ? code.trim() : code.replace(/\s/g, ""),
      })
      .catch((error: unknown) => showRefusal(error, [], form.setError, sayWhy)),
  );

  return (
    <form noValidate onSubmit={submit} className="grid gap-5">
      <FormFailure>{errors.root?.message}</FormFailure>
      <TextField
        label={recovering ? words.recoveryCode : words.code}
        inputMode={recovering ? "text" : "numeric"}
        autoComplete={recovering ? "off" : "one-time-code"}
        error={errors.code?.message}
        {...form.register(
          "code",
          recovering
            ? { required: words.invalidRecovery }
            : { pattern: { value: SIX_DIGITS, message: words.invalid }, required: words.invalid },
        )}
      />
      <Button type="submit" look="primary" size="large" busy={isSubmitting}>
        {words.submit}
      </Button>
    </form>
  );
}
