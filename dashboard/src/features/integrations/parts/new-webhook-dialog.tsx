import { Copy, CopyCheck } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { integrationsCopy } from "../copy";
import { useAddWebhook, type WebhookEventType } from "../queries";

const { webhooks: copy, cancel } = integrationsCopy;
const { dialog: words } = copy;
const eventTypes = Object.keys(copy.events) as WebhookEventType[];
const MOST_CHARACTERS = 2048;

/** Asks where to send and what; then shows, once, the secret that proves it is us. */
export function NewWebhookDialog({ onClose }: { onClose: () => void }) {
  const add = useAddWebhook();
  return add.data ? (
    <Secret secret={add.data.secret} onClose={onClose} />
  ) : (
    <Ask add={add} onClose={onClose} />
  );
}

function Ask({ add, onClose }: { add: ReturnType<typeof useAddWebhook>; onClose: () => void }) {
  const [wrong, setWrong] = useState<{ url?: string | undefined; events?: string | undefined }>({});

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const url = String(form.get("url")).trim();
    const chosen = eventTypes.filter((type) => form.getAll("events").includes(type));
    const found = {
      url: isAddress(url) ? undefined : words.invalidUrl,
      events: chosen.length > 0 ? undefined : words.noEvents,
    };
    setWrong(found);
    if (found.url === undefined && found.events === undefined) {
      add.mutate({ url, eventTypes: chosen });
    }
  }

  return (
    <Dialog title={words.title} description={words.text} onClose={onClose}>
      <form noValidate onSubmit={submit} className="mt-5 grid gap-4">
        <TextField
          label={words.url}
          name="url"
          type="url"
          autoComplete="off"
          hint={words.urlHint}
          error={wrong.url}
        />
        <fieldset className="grid gap-1.5">
          <legend className="mb-1.5 font-semibold">{words.events}</legend>
          {eventTypes.map((type) => (
            <label key={type} className="flex min-h-8 items-center gap-2.5">
              <input
                type="checkbox"
                name="events"
                value={type}
                defaultChecked
                className="size-4 accent-accent"
              />
              {copy.events[type]}
            </label>
          ))}
          {wrong.events && (
            <p role="alert" className="text-danger">
              {wrong.events}
            </p>
          )}
        </fieldset>
        {add.isError && (
          <p role="alert" className="text-danger">
            {words.failed}
          </p>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{cancel}</Button>
          <Button type="submit" look="primary" busy={add.isPending}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function isAddress(written: string): boolean {
  return /^https?:\/\//.test(written) && URL.canParse(written) && written.length <= MOST_CHARACTERS;
}

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { secret: said } = copy;
  const [copied, setCopied] = useState(false);
  const Icon = copied ? CopyCheck : Copy;
  return (
    <Dialog title={said.title} description={said.text} onClose={onClose}>
      <div className="mt-5 grid gap-4">
        <TextField label={said.label} readOnly value={secret} onFocus={(event) => event.target.select()} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}>
            <Icon aria-hidden className="size-4" />
            {copied ? said.copied : said.copy}
          </Button>
          <Button look="primary" onClick={onClose}>
            {said.done}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
