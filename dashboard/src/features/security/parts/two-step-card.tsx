import { ShieldCheck, ShieldOff } from "lucide-react";
import { useState } from "react";
import { announce } from "@/lib/announce";
import { useHttp } from "@/lib/session-context";
import { Card, CardState } from "@/ui/card";
import { OnlineButton } from "@/ui/online-button";
import { securityCopy } from "../copy";
import { useTwoStep, useTwoStepChanged } from "../queries";
import { ProofDialog } from "./proof-dialog";
import { SetUpTwoStep } from "./set-up";

const { twoStep: words, failedText } = securityCopy;

type Codes = readonly string[];

/** The second step of this person: set it up, make new recovery codes, turn it off. */
export function TwoStepCard({ onCodes }: { onCodes: (codes: Codes) => void }) {
  const twoStep = useTwoStep();
  const changed = useTwoStepChanged();
  const [settingUp, setSettingUp] = useState(false);

  function done() {
    setSettingUp(false);
    void changed();
  }

  return (
    <Card
      title={words.title}
      what={words.what}
      action={
        twoStep.data?.enabled === false &&
        !settingUp && (
          <OnlineButton look="primary" onClick={() => setSettingUp(true)}>
            {words.setUp}
          </OnlineButton>
        )
      }
    >
      <CardState title={words.title} query={twoStep}>
        {failedText}
      </CardState>
      {twoStep.data && (
        <div className="p-4">
          {settingUp ? (
            <SetUpTwoStep onDone={done} />
          ) : twoStep.data.enabled ? (
            <On codesLeft={twoStep.data.recoveryCodesLeft} onCodes={onCodes} />
          ) : (
            <p className="inline-flex items-center gap-2 font-semibold text-muted">
              <ShieldOff aria-hidden className="size-4" />
              {words.off}
            </p>
          )}
        </div>
      )}
    </Card>
  );
}

function On({ codesLeft, onCodes }: { codesLeft: number; onCodes: (codes: Codes) => void }) {
  const http = useHttp();
  const changed = useTwoStepChanged();
  const [asking, setAsking] = useState<"renew" | "off">();

  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
      <p className="inline-flex items-center gap-2 font-semibold text-live">
        <ShieldCheck aria-hidden className="size-4" />
        {words.on}
      </p>
      <p className={codesLeft <= 2 ? "text-waiting" : "text-muted"}>{words.codesLeft(codesLeft)}</p>
      <div className="ml-auto flex flex-wrap gap-2">
        <OnlineButton onClick={() => setAsking("renew")}>{words.renew}</OnlineButton>
        <OnlineButton look="quiet" onClick={() => setAsking("off")}>
          {words.turnOff}
        </OnlineButton>
      </div>
      {asking === "renew" && (
        <ProofDialog
          {...words.renewDialog}
          onClose={() => setAsking(undefined)}
          onProof={async (body) => {
            const { recoveryCodes } = await http.post("/api/me/two-step/recovery-codes", { body });
            void changed();
            onCodes(recoveryCodes);
          }}
        />
      )}
      {asking === "off" && (
        <ProofDialog
          {...words.offDialog}
          onClose={() => setAsking(undefined)}
          onProof={async (body) => {
            await http.post("/api/me/two-step/disable", { body });
            announce(words.turnedOff);
            setAsking(undefined);
            void changed();
          }}
        />
      )}
    </div>
  );
}
