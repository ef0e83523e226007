import { Printer } from "lucide-react";
import { useEffect, useRef } from "react";
import { useMe } from "@/lib/me-context";
import { Button } from "@/ui/button";
import { CopyButton } from "@/ui/copy-button";
import { securityCopy } from "../copy";

const { codes: words } = securityCopy.twoStep;

interface RecoveryCodesProps {
  codes: readonly string[];
  onDone: () => void;
}

/** The codes for a lost phone, to be kept now or never. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const { user } = useMe();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="grid gap-4">
      <div className="grid gap-1">
        <h2 ref={heading} tabIndex={-1} className="font-semibold text-section outline-none">
          {words.title}
        </h2>
        <p className="max-w-[72ch] text-pretty text-muted print:hidden">{words.text}</p>
        <p className="hidden print:block">{words.paper(user.email)}</p>
      </div>
      <ol
        aria-label={words.list}
        className="grid w-fit grid-cols-2 gap-x-8 gap-y-1.5 rounded-card border border-border bg-sunken px-5 py-4 font-mono text-reading tabular-nums"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2 print:hidden">
        <CopyButton text={codes.join("\n")}>{words.copy}</CopyButton>
        <Button onClick={() => window.print()}>
          <Printer aria-hidden className="size-4" />
          {words.print}
        </Button>
        <Button look="primary" onClick={onDone}>
          {words.done}
        </Button>
      </div>
    </div>
  );
}
