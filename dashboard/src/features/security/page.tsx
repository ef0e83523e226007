import { useState } from "react";
import { PageHeading } from "@/ui/page-heading";
import { securityCopy as words } from "./copy";
import { RecoveryCodes } from "./parts/recovery-codes";
import { SessionsCard } from "./parts/sessions-card";
import { TwoStepCard } from "./parts/two-step-card";

/** How this person signs in, and where they did. */
export function SecurityPage() {
  const [codes, setCodes] = useState<readonly string[]>();
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4">
      <PageHeading className="print:hidden">{words.title}</PageHeading>
      {codes ? (
        // Nothing beside them, on screen and on paper: they are seen once.
        <section className="rounded-card border border-border bg-surface p-4">
          <RecoveryCodes codes={codes} onDone={() => setCodes(undefined)} />
        </section>
      ) : (
        <>
          <TwoStepCard onCodes={setCodes} />
          <SessionsCard />
        </>
      )}
    </div>
  );
}
