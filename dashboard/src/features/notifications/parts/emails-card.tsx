import { Check } from "lucide-react";
import { useId } from "react";
import { announce } from "@/lib/announce";
import { useOnline } from "@/lib/online";
import { Card, CardState } from "@/ui/card";
import { notificationsCopy } from "../copy";
import { type EmailEventType, useChooseEmail, useEmailPreferences } from "../queries";

const { emails: words } = notificationsCopy;
const types = Object.keys(words.types) as EmailEventType[];

/** What this person wants to hear of by e-mail; each choice is saved as it is made. */
export function EmailsCard() {
  const preferences = useEmailPreferences();
  const online = useOnline();
  return (
    <Card title={words.title} what={words.what}>
      {preferences.data ? (
        <fieldset disabled={!online} title={online ? undefined : words.offlineReason} className="px-4 py-3">
          <legend className="sr-only">{words.legend}</legend>
          {types.map((type) => (
            <Choice key={type} type={type} saved={preferences.data.eventTypes.includes(type)} />
          ))}
        </fieldset>
      ) : (
        <CardState title={words.title} query={preferences}>
          {words.failedText}
        </CardState>
      )}
    </Card>
  );
}

function Choice({ type, saved }: { type: EmailEventType; saved: boolean }) {
  const id = useId();
  const choose = useChooseEmail(type);
  const { name, when } = words.types[type];
  const wanted = choose.isPending ? choose.variables : saved;

  return (
    <div className="py-1">
      <label className="flex min-h-8 gap-2.5">
        <input
          type="checkbox"
          aria-labelledby={id}
          aria-describedby={`${id}-when`}
          checked={wanted}
          onChange={({ target: { checked } }) =>
            choose.mutate(checked, { onSuccess: () => announce(words.savedSaid(name, checked)) })
          }
          className="mt-0.5 size-4 shrink-0 accent-accent"
        />
        <span className="grid">
          <span className="flex flex-wrap items-center gap-x-4">
            <span id={id} className="font-semibold">
              {name}
            </span>
            {choose.isSuccess && (
              <span className="inline-flex animate-appear items-center gap-1.5 text-live">
                <Check aria-hidden className="size-4" />
                {words.saved}
              </span>
            )}
          </span>
          <span id={`${id}-when`} className="text-pretty text-muted">
            {when}
          </span>
        </span>
      </label>
      {choose.isError && (
        <p role="alert" className="pl-6.5 text-danger">
          {words.notSaved}
        </p>
      )}
    </div>
  );
}
