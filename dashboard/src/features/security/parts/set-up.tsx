import { QRCodeSVG } from "qrcode.react";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { Answer } from "@/lib/api-paths";
import { showRefusal } from "@/lib/refusal";
import { useHttp } from "@/lib/session-context";
import { CopyButton } from "@/ui/copy-button";
import { TextField } from "@/ui/field";
import { FormFailure } from "@/ui/form-failure";
import { OnlineButton } from "@/ui/online-button";
import { PasswordField } from "@/ui/password-field";
import { securityCopy } from "../copy";
import { RecoveryCodes } from "./recovery-codes";

const { twoStep: words } = securityCopy;

type Begun = Answer<"post", "/api/me/two-step">;

/** Sets two-step sign-in up: the password, then the app, then the codes for a lost phone. */
export function SetUpTwoStep({ onDone }: { onDone: () => unknown }) {
  const [begun, setBegun] = useState<Begun>();
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes) {
    return <RecoveryCodes codes={codes} onDone={onDone} />;
  }
  return begun ? <Scan begun={begun} onConfirmed={setCodes} /> : <AskPassword onBegun={setBegun} />;
}

function AskPassword({ onBegun }: { onBegun: (begun: Begun) => void }) {
  const http = useHttp();
  const form = useForm({ defaultValues: { password: "" } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit((body) =>
    http
      .post("/api/me/two-step", { body })
      .then(onBegun)
      .catch((error: unknown) => showRefusal(error, ["password"], form.setError)),
  );

  return (
    <form noValidate onSubmit={submit} className="grid max-w-md gap-4">
      <p className="text-muted">{words.passwordText}</p>
      <FormFailure>{errors.root?.message}</FormFailure>
      <PasswordField
        label={words.password}
        autoComplete="current-password"
        error={errors.password?.message}
        {...form.register("password", { required: words.passwordMissing })}
      />
      <p>
        <OnlineButton type="submit" look="primary" busy={isSubmitting}>
          {words.goOn}
        </OnlineButton>
      </p>
    </form>
  );
}

interface ScanProps {
  begun: Begun;
  onConfirmed: (recoveryCodes: readonly string[]) => void;
}

function Scan({ begun, onConfirmed }: ScanProps) {
  const http = useHttp();
  const form = useForm({ defaultValues: { code: "" } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(({ code }) =>
    http
      .post("/api/me/two-step/confirm", { body: { code: code.replace(/\s/g, "") } })
      .then(({ recoveryCodes }) => onConfirmed(recoveryCodes))
      .catch((error: unknown) => showRefusal(error, ["code"], form.setError)),
  );

  return (
    <form noValidate onSubmit={submit} className="grid gap-5 sm:grid-cols-[auto_minmax(0,1fr)] sm:gap-8">
      {/* Black on white in both themes, with its quiet edge: that is what cameras read. */}
      <QRCodeSVG
        value={begun.uri}
        size={192}
        marginSize={4}
        role="img"
        aria-label={words.picture}
        className="rounded-card border border-border"
      />
      <div className="grid content-start gap-4">
        <div className="grid gap-1">
          <h3 className="font-semibold">{words.scan}</h3>
          <p className="text-pretty text-muted">{words.scanText}</p>
        </div>
        <div className="grid gap-1.5">
          <p className="font-semibold">{words.secret}</p>
          <p className="flex flex-wrap items-center gap-3">
            <code className="break-all rounded-control bg-sunken px-2 py-1">{inFours(begun.secret)}</code>
            <CopyButton text={begun.secret}>{words.copySecret}</CopyButton>
          </p>
        </div>
        <FormFailure>{errors.root?.message}</FormFailure>
        <TextField
          label={words.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          error={errors.code?.message}
          {...form.register("code", {
            required: words.codeInvalid,
            pattern: { value: /^\s*\d{3}\s*\d{3}\s*$/, message: words.codeInvalid },
          })}
        />
        <p>
          <OnlineButton type="submit" look="primary" busy={isSubmitting}>
            {words.confirm}
          </OnlineButton>
        </p>
      </div>
    </form>
  );
}

function inFours(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, "$1 ");
}
