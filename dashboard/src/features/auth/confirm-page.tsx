import { useNavigate } from "@tanstack/react-router";
import { useForm } from "react-hook-form";
import { sayRefusal } from "@/lib/refusal";
import { useSession } from "@/lib/session-context";
import { Button } from "@/ui/button";
import { FormFailure } from "@/ui/form-failure";
import { AuthFrame, AuthLink } from "./auth-layout";
import { DeadLink } from "./dead-link";
import { isDead, useLinkCode } from "./link-code";
import { moreCopy } from "./more-copy";

const { confirm: words, deadLink } = moreCopy;

/**
 * Opens the account that somebody signed up for. It takes a press, because programs that look through mail open links
 * as well, and the code works once.
 */
export function ConfirmPage() {
  const code = useLinkCode();
  const session = useSession();
  const navigate = useNavigate();
  const form = useForm();
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(() =>
    session
      .confirmSignUp(code)
      .then(() => navigate({ to: "/", replace: true }))
      .catch((error: unknown) =>
        form.setError("root", { type: isDead(error) ? "dead" : "failed", message: sayRefusal(error) }),
      ),
  );

  if (code === "" || errors.root?.type === "dead") {
    return (
      <DeadLink>
        <p className="flex flex-wrap gap-x-5 gap-y-2">
          <AuthLink to="/sign-in">{deadLink.signIn}</AuthLink>
          <AuthLink to="/sign-up">{deadLink.signUp}</AuthLink>
        </p>
      </DeadLink>
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
