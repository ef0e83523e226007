import { Mail } from "lucide-react";
import { AuthFrame } from "./auth-layout";
import { moreCopy } from "./more-copy";

const { lookIntoMail: words } = moreCopy;

/** What there is to do once a mail is on its way. */
export function LookIntoMail({ text, onAgain }: { text: string; onAgain: () => void }) {
  return (
    <AuthFrame title={words.title}>
      <div role="status" className="flex gap-3 rounded-card border border-border bg-surface p-4">
        <Mail aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" />
        <p className="min-w-0 text-pretty break-words">{text}</p>
      </div>
      <p className="mt-6 text-muted">
        {words.nothing}{" "}
        <button
          type="button"
          onClick={onAgain}
          className="font-semibold text-accent underline underline-offset-2"
        >
          {words.again}
        </button>
        .
      </p>
    </AuthFrame>
  );
}
