import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { callPublic } from "@/lib/http";
import { sayRefusal } from "@/lib/refusal";
import { Button, buttonLook } from "@/ui/button";
import { FormFailure } from "@/ui/form-failure";
import { AuthFrame } from "./auth-layout";
import { DeadLink } from "./dead-link";
import { isDead, useLinkCode } from "./link-code";
import { moreCopy } from "./more-copy";

const { confirmEmail: words, deadLink } = moreCopy;

/** Makes the new address the one that somebody signs in with. */
export function ConfirmEmailPage() {
  const code = useLinkCode();
  const [outcome, setOutcome] = useState<"done" | "dead">();
  const form = useForm();
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(() =>
    callPublic("/api/auth/email-changes/redeem", { body: { code } })
      .then(() => setOutcome("done"))
      .catch((error: unknown) =>
        isDead(error) ? setOutcome("dead") : form.setError("root", { message: sayRefusal(error) }),
      ),
  );

  if (code === "" || outcome === "dead") {
    return (
      <DeadLink>
        <p>{deadLink.changeAgain}</p>
      </DeadLink>
    );
  }
  if (outcome === "done") {
    return (
      <AuthFrame key="done" title={words.doneTitle} lead={words.done}>
        <Link to="/" className={buttonLook({ look: "primary", size: "large" })}>
          {words.goOn}
        </Link>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={words.title} lead={words.lead}>
      <form onSubmit={submit} className="grid gap-5">
        <FormFailure>{errors.root?.message}</FormFailure>
        <Button type="submit" look="primary" size="large" busy={isSubmitting}>
          {words.submit}
        </Button>
      </form>
    </AuthFrame>
  );
}
