import { Link } from "@tanstack/react-router";
import { Bot, Cog, KeyRound, type LucideIcon, UserRound } from "lucide-react";
import { When } from "@/ui/when";
import { auditCopy as words } from "../copy";
import { differencesOf, sayAction } from "../difference";
import { readAuditFilters } from "../filters";
import type { AuditEntry } from "../queries";

const icons: Record<AuditEntry["actor"]["kind"], LucideIcon> = {
  PERSON: UserRound,
  API_KEY: KeyRound,
  ASSISTANT: Bot,
  SYSTEM: Cog,
};

/** One change: who did what, when and from where, and what became of what. */
export function EntryItem({ entry }: { entry: AuditEntry }) {
  const { actor, action, at, target, address, before, after, requestId } = entry;
  const Icon = icons[actor.kind];
  const differences = differencesOf(before, after);
  return (
    <li className="grid gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Icon aria-hidden className="size-4 shrink-0 text-muted" />
        <p className="min-w-48 flex-1 break-words">
          <span className="font-semibold">{sayAction(action)}</span>{" "}
          <span className="text-muted">
            {sayActor(actor)} {address && words.from(address)}
          </span>
        </p>
        <span className="text-muted">
          <When time={at} />
        </span>
      </div>
      {(differences.length > 0 || requestId) && (
        <details className="pl-8">
          <summary aria-label={words.details(sayAction(action))} className="w-fit cursor-pointer text-accent">
            {differences.map(({ field }) => field).join(", ") || (requestId && words.request(requestId))}
          </summary>
          <Differences differences={differences} />
          <p className="mt-2 flex flex-wrap gap-x-4 text-meta text-muted">
            {target.id && (
              <Link
                to="/settings/audit-log"
                search={readAuditFilters({ target: target.id })}
                className="text-accent hover:underline"
              >
                {words.aboutThis}
              </Link>
            )}
            {requestId && differences.length > 0 && (
              <span className="break-all">{words.request(requestId)}</span>
            )}
          </p>
        </details>
      )}
    </li>
  );
}

/** Whose doing it was; a person who is gone has no name any more. */
function sayActor({ kind, name }: AuditEntry["actor"]): string {
  if (name) {
    return kind === "API_KEY" ? `${words.kinds.API_KEY} ${name}` : name;
  }
  return kind === "PERSON" ? words.gone : words.kinds[kind];
}

function Differences({ differences }: { differences: ReturnType<typeof differencesOf> }) {
  return differences.length === 0 ? null : (
    <table className="mt-2 w-full border-collapse text-left">
      <thead className="text-meta text-muted">
        <tr>
          <th scope="col" className="w-1/4 py-1 pr-4 font-semibold">
            {words.field}
          </th>
          <th scope="col" className="py-1 pr-4 font-semibold">
            {words.before}
          </th>
          <th scope="col" className="py-1 font-semibold">
            {words.after}
          </th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ field, before, after }) => (
          <tr key={field} className="border-border border-t align-top">
            <th scope="row" className="py-1.5 pr-4 font-normal">
              {field}
            </th>
            <td className="break-words py-1.5 pr-4 text-muted">{before}</td>
            <td className="break-words py-1.5">{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
