import { KeyRound } from "lucide-react";
import { useState } from "react";
import { announce } from "@/lib/announce";
import { useMe, useServerNow } from "@/lib/me-context";
import { sayRefusal } from "@/lib/refusal";
import { dateIn } from "@/lib/time";
import { Confirm } from "@/ui/confirm";
import { OnlineButton } from "@/ui/online-button";
import { When } from "@/ui/when";
import { apiKeysCopy } from "../copy";
import { type ApiKey, useRevokeApiKey } from "../queries";

const { card: words, scopes } = apiKeysCopy;

/** One key: what it may, how long, when it was last used, and its end. */
export function KeyItem({ apiKey }: { apiKey: ApiKey }) {
  const revoke = useRevokeApiKey(apiKey.id);
  const [asking, setAsking] = useState(false);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <KeyRound aria-hidden className="mt-1 size-4 shrink-0 text-muted" />
      <div className="grid min-w-60 flex-1 gap-0.5">
        <p className="break-words font-semibold">
          {apiKey.name} <code className="ml-2 font-normal text-muted">hxk_{apiKey.prefix}…</code>
        </p>
        <p className="text-pretty text-muted">
          {apiKey.scopes.map((scope) => scopes[scope] ?? scope).join(" · ")}
        </p>
        <p className="flex flex-wrap gap-x-4 text-meta text-muted">
          <span>
            {words.created} <When time={apiKey.createdAt} />{" "}
            {apiKey.createdBy.name && words.by(apiKey.createdBy.name)}
          </span>
          {apiKey.lastUsedAt ? (
            <span>
              {words.lastUsed} <When time={apiKey.lastUsedAt} />
            </span>
          ) : (
            <span>{words.neverUsed}</span>
          )}
          <End at={apiKey.expiresAt} />
        </p>
      </div>
      <OnlineButton look="quiet" aria-label={words.revokeOf(apiKey.name)} onClick={() => setAsking(true)}>
        {words.revoke}
      </OnlineButton>
      {asking && (
        <Confirm
          title={words.confirm.title(apiKey.name)}
          text={words.confirm.text}
          action={words.confirm.action}
          change={revoke}
          failed={sayRefusal(revoke.error)}
          onConfirm={() =>
            revoke.mutate(undefined, { onSuccess: () => announce(words.revoked(apiKey.name)) })
          }
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}

function End({ at }: { at: string | null }) {
  const { timeZone } = useMe().organization;
  const now = useServerNow();
  if (at === null) {
    return <span>{words.noEnd}</span>;
  }
  const day = dateIn(new Date(at), timeZone);
  return Date.parse(at) < now() ? (
    <span className="text-waiting">{words.expired(day)}</span>
  ) : (
    <span>{words.expires(day)}</span>
  );
}
