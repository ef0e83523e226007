import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { newPasswordHint } from "@/lib/new-password";
import { sayRefusal, showRefusal } from "@/lib/refusal";
import type { SecondStep } from "@/lib/session";
import { useHttp, useSession } from "@/lib/session-context";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { FormFailure } from "@/ui/form-failure";
import { PasswordField } from "@/ui/password-field";
import { authCopy } from "./copy";
import { sayFailure } from "./failure";
import type { JoinProps } from "./join-page";
import { isDead } from "./link-code";
import { moreCopy } from "./more-copy";
import { type JoinForm, joinSchema } from "./schema";
import { SecondStepForm } from "./second-step";

const { join: words, fields } = moreCopy;

/** Somebody without an account: a name and a password make one. */
export function JoinAsNewPerson({ invitation, code, onDead }: JoinProps) {
  const session = useSession();
  const navigate = useNavigate();
  const form = useForm<JoinForm>({
    resolver: standardSchemaResolver(joinSchema),
    defaultValues: { name: "", password: "" },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit((values) =>
    session
      .acceptInvitation({ code, ...values })
      .then(() => navigate({ to: "/", replace: true }))
      .catch((error: unknown) =>
        isDead(error) ? onDead() : showRefusal(error, ["name", "password"], form.setError),
      ),
  );

  return (
    <form noValidate onSubmit={submit} className="grid gap-5">
      <p className="break-words">{words.newHere(invitation.email)}</p>
      <FormFailure>{errors.root?.message}</FormFailure>
      {/* For password managers, which otherwise would not know whose password it is. */}
      <input type="hidden" autoComplete="username" value={invitation.email} />
      <TextField
        label={fields.name}
        autoComplete="name"
        error={errors.name?.message}
        {...form.register("name")}
      />
      <PasswordField
        autoComplete="new-password"
        hint={newPasswordHint}
        error={errors.password?.message}
        {...form.register("password")}
      />
      <Button type="submit" look="primary" size="large" busy={isSubmitting}>
        {words.submitNew}
      </Button>
    </form>
  );
}

/** Somebody who has an account and is not signed in: the address is known, so only the password is asked for. */
export function JoinWithPassword({ invitation }: JoinProps) {
  const session = useSession();
  const [step, setStep] = useState<SecondStep>();
  const form = useForm({ defaultValues: { password: "" } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(({ password }) =>
    session
      .logIn({ email: invitation.email, password })
      .then(setStep)
      .catch((error: unknown) => showRefusal(error, ["password"], form.setError, sayFailure)),
  );

  return step ? (
    <SecondStepForm step={step} onStartAgain={() => setStep(undefined)} />
  ) : (
    <form noValidate onSubmit={submit} className="grid gap-5">
      <p className="break-words">{words.known(invitation.email)}</p>
      <FormFailure>{errors.root?.message}</FormFailure>
      <input type="hidden" autoComplete="username" value={invitation.email} />
      <PasswordField
        autoComplete="current-password"
        error={errors.password?.message}
        {...form.register("password", { required: authCopy.invalid.password })}
      />
      <Button type="submit" look="primary" size="large" busy={isSubmitting}>
        {words.submitKnown}
      </Button>
    </form>
  );
}

/** Somebody who is signed in: one press when the invitation is theirs. */
export function JoinAsMember({ invitation, code, onDead, signedInAs }: JoinProps & { signedInAs: string }) {
  const session = useSession();
  const http = useHttp();
  const navigate = useNavigate();
  const form = useForm();
  const { errors, isSubmitting } = form.formState;
  const heading = useRef<HTMLParagraphElement>(null);
  const theirs = signedInAs.toLowerCase() === invitation.email.toLowerCase();

  // The form that had the focus is gone once somebody has signed in.
  useEffect(() => heading.current?.focus(), []);

  const submit = form.handleSubmit(async () => {
    try {
      const { organizationId } = await http.post("/api/me/invitations/accept", { body: { code } });
      await session.switchTo(organizationId);
      await navigate({ to: "/", replace: true });
    } catch (error) {
      if (isDead(error)) {
        onDead();
      } else {
        form.setError("root", { message: sayRefusal(error) });
      }
    }
  });

  const signOut = () =>
    session.logOut().catch((error: unknown) => form.setError("root", { message: sayRefusal(error) }));

  return (
    <form onSubmit={submit} className="grid gap-5">
      <p ref={heading} tabIndex={-1} className="break-words outline-none">
        {theirs ? words.signedIn(signedInAs) : words.somebodyElse(invitation.email, signedInAs)}
      </p>
      <FormFailure>{errors.root?.message}</FormFailure>
      {theirs ? (
        <Button type="submit" look="primary" size="large" busy={isSubmitting}>
          {words.submitSignedIn}
        </Button>
      ) : (
        <Button size="large" onClick={() => void signOut()}>
          {words.signOut}
        </Button>
      )}
    </form>
  );
}
