import { useForm } from "react-hook-form";
import { useServerNow } from "@/lib/me-context";
import { showRefusal } from "@/lib/refusal";
import { Button } from "@/ui/button";
import { CopyButton } from "@/ui/copy-button";
import { Dialog } from "@/ui/dialog";
import { SelectField, TextField } from "@/ui/field";
import { FormFailure } from "@/ui/form-failure";
import { apiKeysCopy } from "../copy";
import { type Scope, useCreateApiKey } from "../queries";

const { dialog: words, secret: said, scopes, cancel } = apiKeysCopy;
const allScopes = Object.keys(scopes) as Scope[];
const spans = ["30", "90", "365", "never"] as const;
const DAY_MS = 86_400_000;

interface NewKeyForm {
  name: string;
  scopes: Scope[];
  span: (typeof spans)[number];
}

/** Asks what a key may do and for how long; then shows the key, once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const create = useCreateApiKey();
  return create.data ? (
    <Secret secret={create.data.key} onClose={onClose} />
  ) : (
    <Ask create={create} onClose={onClose} />
  );
}

interface AskProps {
  create: ReturnType<typeof useCreateApiKey>;
  onClose: () => void;
}

function Ask({ create, onClose }: AskProps) {
  const now = useServerNow();
  const form = useForm<NewKeyForm>({ defaultValues: { name: "", scopes: [], span: "90" } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ name, scopes: chosen, span }) => {
    // To the day, so that the same answers sent again are the same request.
    const today = Math.floor(now() / DAY_MS) * DAY_MS;
    const expiresAt = span === "never" ? undefined : new Date(today + Number(span) * DAY_MS).toISOString();
    try {
      await create.mutateAsync({
        name: name.trim(),
        scopes: allScopes.filter((scope) => chosen.includes(scope)),
        ...(expiresAt && { expiresAt }),
      });
    } catch (error) {
      showRefusal(error, ["name"], form.setError);
    }
  });

  return (
    <Dialog title={words.title} description={words.text} onClose={onClose}>
      <form noValidate onSubmit={submit} className="mt-5 grid gap-4">
        <FormFailure>{errors.root?.message}</FormFailure>
        <TextField
          label={words.name}
          hint={words.nameHint}
          autoComplete="off"
          error={errors.name?.message}
          {...form.register("name", {
            validate: (name) => name.trim() !== "" || words.noName,
            maxLength: { value: 80, message: words.nameLong },
          })}
        />
        <fieldset className="grid gap-1">
          <legend className="mb-1.5 font-semibold">{words.scopes}</legend>
          {allScopes.map((scope) => (
            <label key={scope} className="flex min-h-8 items-center gap-2.5">
              <input
                type="checkbox"
                value={scope}
                className="size-4 accent-accent"
                {...form.register("scopes", {
                  validate: (chosen) => chosen.length > 0 || words.noScopes,
                })}
              />
              {scopes[scope]}
            </label>
          ))}
          {errors.scopes && (
            <p role="alert" className="text-danger">
              {errors.scopes.message}
            </p>
          )}
        </fieldset>
        <SelectField label={words.expires} {...form.register("span")}>
          {spans.map((span) => (
            <option key={span} value={span}>
              {words.spans[span]}
            </option>
          ))}
        </SelectField>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{cancel}</Button>
          <Button type="submit" look="primary" busy={isSubmitting}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <Dialog title={said.title} description={said.text} onClose={onClose}>
      <div className="mt-5 grid gap-4">
        <TextField label={said.label} readOnly value={secret} onFocus={(event) => event.target.select()} />
        <div className="flex flex-wrap justify-end gap-2">
          <CopyButton text={secret}>{said.copy}</CopyButton>
          <Button look="primary" onClick={onClose}>
            {said.done}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
