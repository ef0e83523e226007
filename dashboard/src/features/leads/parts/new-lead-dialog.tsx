import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { CircleAlert } from "lucide-react";
import { useMemo } from "react";
import { useForm } from "react-hook-form";
import { useMe } from "@/lib/me-context";
import { ApiProblem, hasStatus, Unreachable } from "@/lib/problem";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { SelectField, TextArea, TextField } from "@/ui/field";
import { leadsCopy } from "../copy";
import { type Lead, owners } from "../filters";
import { useCreateLead } from "../queries";
import { type NewLeadForm, newLeadSchema, readPhone } from "../schema";

const { dialog: words } = leadsCopy;
const FIELDS = ["name", "phone", "email", "company", "need"] as const;

/** Asks for a lead that somebody heard of outside a call, and saves it. */
export function NewLeadDialog({ onClose, onAdded }: { onClose: () => void; onAdded: (lead: Lead) => void }) {
  const { user, organization } = useMe();
  const schema = useMemo(() => newLeadSchema(organization.country), [organization.country]);
  const create = useCreateLead();
  const form = useForm<NewLeadForm>({
    resolver: standardSchemaResolver(schema),
    defaultValues: { name: "", phone: "", email: "", company: "", need: "", owner: "me" },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    try {
      onAdded(await create.mutateAsync(await inApi(values, organization.country, user.id)));
    } catch (error) {
      showRefusal(error);
    }
  });

  function showRefusal(error: unknown) {
    const named = error instanceof ApiProblem ? error.fields : [];
    const known = FIELDS.flatMap((name) =>
      named.filter(({ field }) => field === name).map((one) => ({ name, ...one })),
    );
    for (const { name, message } of known) {
      form.setError(name, { message });
    }
    if (known.length === 0) {
      form.setError("root", { message: sayRefusal(error) });
    }
  }

  return (
    <Dialog title={words.title} description={words.text} onClose={onClose}>
      <form noValidate onSubmit={submit} className="mt-5 grid gap-4">
        <TextField
          label={words.name}
          autoComplete="off"
          error={errors.name?.message}
          {...form.register("name")}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={words.phone}
            optional
            type="tel"
            autoComplete="off"
            error={errors.phone?.message}
            {...form.register("phone")}
          />
          <TextField
            label={words.email}
            optional
            type="email"
            autoComplete="off"
            error={errors.email?.message}
            {...form.register("email")}
          />
          <TextField
            label={words.company}
            optional
            autoComplete="off"
            error={errors.company?.message}
            {...form.register("company")}
          />
          <SelectField label={words.owner} {...form.register("owner")}>
            {owners.map((owner) => (
              <option key={owner} value={owner}>
                {leadsCopy.owners[owner]}
              </option>
            ))}
          </SelectField>
        </div>
        <TextArea
          label={words.need}
          optional
          hint={words.needHint}
          error={errors.need?.message}
          {...form.register("need")}
        />
        <div role="alert" className="empty:absolute">
          {errors.root?.message && (
            <p className="flex gap-2.5 text-danger">
              <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              {errors.root.message}
            </p>
          )}
        </div>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" look="primary" busy={isSubmitting}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The form as the API takes it: what was left empty is left out. */
async function inApi(form: NewLeadForm, country: string, me: string) {
  const phone = form.phone.trim() && (await readPhone(form.phone, country));
  return {
    name: form.name,
    ...(phone && { phone }),
    ...(form.email && { email: form.email }),
    ...(form.company && { company: form.company }),
    ...(form.need && { need: form.need }),
    ...(form.owner === "me" && { assignedTo: me }),
  };
}

function sayRefusal(error: unknown): string {
  if (error instanceof Unreachable) {
    return words.unreachable;
  }
  return hasStatus(error, 403) ? words.forbidden : words.failed;
}
