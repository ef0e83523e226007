import { Plus } from "lucide-react";
import { useState } from "react";
import { useMe } from "@/lib/me-context";
import { Card, CardState } from "@/ui/card";
import { OnlineButton } from "@/ui/online-button";
import { PageHeading } from "@/ui/page-heading";
import { apiKeysCopy } from "./copy";
import { KeyItem } from "./parts/key-item";
import { NewKeyDialog } from "./parts/new-key-dialog";
import { useApiKeys } from "./queries";

const { title, card: words, failedText } = apiKeysCopy;

/** The keys of programs, as far as the plan has any. */
export function ApiKeysPage() {
  const inPlan = useMe().plan.features.includes("API_KEYS");
  const keys = useApiKeys();
  const [adding, setAdding] = useState(false);
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4">
      <PageHeading>{title}</PageHeading>
      <Card
        title={words.title}
        what={words.what}
        action={
          inPlan && (
            <OnlineButton look="primary" onClick={() => setAdding(true)}>
              <Plus aria-hidden className="size-4" />
              {words.add}
            </OnlineButton>
          )
        }
      >
        {!inPlan && <p className="p-4 text-waiting">{words.notInPlan}</p>}
        <CardState title={words.title} query={keys}>
          {failedText}
        </CardState>
        {inPlan && keys.data?.length === 0 && <p className="p-4 text-muted">{words.none}</p>}
        {keys.data && keys.data.length > 0 && (
          <ul aria-label={words.list} className="divide-y divide-border">
            {keys.data.map((key) => (
              <KeyItem key={key.id} apiKey={key} />
            ))}
          </ul>
        )}
        {adding && <NewKeyDialog onClose={() => setAdding(false)} />}
      </Card>
    </div>
  );
}
