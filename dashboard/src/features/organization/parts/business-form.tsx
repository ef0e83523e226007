import { useMemo, useState } from "react";
import { useForm } from "react-hook-form";
import { announce } from "@/lib/announce";
import { countries } from "@/lib/countries";
import { hasStatus } from "@/lib/problem";
import { sayRefusal, showRefusal } from "@/lib/refusal";
import { timeZones } from "@/lib/time-zones";
import { SelectField, TextField } from "@/ui/field";
import { FormFailure } from "@/ui/form-failure";
import { OnlineButton } from "@/ui/online-button";
import { organizationCopy } from "../copy";
import { type Organization, useChangeOrganization } from "../queries";
import { ColorField } from "./color-field";

const { business: words } = organizationCopy;

/** The business as callers and e-mails know it. */
export function BusinessForm({ organization }: { organization: Organization }) {
  const change = useChangeOrganization(organization);
  const [color, setColor] = useState(organization.branding.color);
  const form = useForm({
    defaultValues: {
      name: organization.name,
      timeZone: organization.timeZone,
      country: organization.country,
    },
  });
  const { errors, isSubmitting } = form.formState;
  const zones = useMemo(() => timeZones(organization.timeZone), [organization.timeZone]);
  const choices = useMemo(countries, []);

  const submit = form.handleSubmit(async ({ name, timeZone, country }) => {
    try {
      await change.mutateAsync({ name: name.trim(), timeZone, country, branding: { color } });
      announce("Saved");
    } catch (error) {
      showRefusal(error, ["name", "timeZone", "country"], form.setError, (refused) =>
        hasStatus(refused, 409) ? words.conflict : sayRefusal(refused),
      );
    }
  });

  return (
    <form noValidate onSubmit={submit} className="grid max-w-md gap-4 p-4">
      <FormFailure>{errors.root?.message}</FormFailure>
      <TextField
        label={words.name}
        autoComplete="organization"
        error={errors.name?.message}
        {...form.register("name", {
          validate: (name) => name.trim() !== "" || words.invalidName,
          maxLength: { value: 120, message: words.tooLong },
        })}
      />
      <SelectField label={words.timeZone} error={errors.timeZone?.message} {...form.register("timeZone")}>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={words.country}
        hint={words.countryHint}
        error={errors.country?.message}
        {...form.register("country")}
      >
        {choices.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <ColorField color={color} onChange={setColor} />
      <p>
        <OnlineButton type="submit" look="primary" busy={isSubmitting}>
          {words.save}
        </OnlineButton>
      </p>
    </form>
  );
}
