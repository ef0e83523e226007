import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useForm } from "react-hook-form";
import { countries, likelyCountry } from "@/lib/countries";
import { callPublic } from "@/lib/http";
import { newPasswordHint } from "@/lib/new-password";
import { showRefusal } from "@/lib/refusal";
import { thisDeviceZone } from "@/lib/time";
import { timeZones } from "@/lib/time-zones";
import { Button } from "@/ui/button";
import { SelectField, TextField } from "@/ui/field";
import { FormFailure } from "@/ui/form-failure";
import { PasswordField } from "@/ui/password-field";
import { AuthLayout, AuthLink } from "./auth-layout";
import { authCopy } from "./copy";
import { LookIntoMail } from "./look-into-mail";
import { moreCopy } from "./more-copy";
import { type SignUpForm, signUpSchema } from "./schema";

const route = getRouteApi("/sign-up");
const { fields, signUp: words } = moreCopy;
const NAMES = ["name", "organizationName", "email", "password", "country", "timeZone"] as const;

/** Asks who somebody is; the account comes to be with the link in the mail, whoever has the address. */
export function SignUpPage() {
  const { next } = route.useSearch();
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm<SignUpForm>({
    resolver: standardSchemaResolver(signUpSchema),
    defaultValues: {
      name: "",
      organizationName: "",
      email: "",
      password: "",
      country: likelyCountry(),
      timeZone: thisDeviceZone(),
    },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit((body) =>
    callPublic("/api/auth/signup", { body })
      .then(() => setSentTo(body.email))
      .catch((error: unknown) => showRefusal(error, NAMES, form.setError)),
  );

  if (sentTo !== undefined) {
    return <LookIntoMail text={moreCopy.lookIntoMail.signUp(sentTo)} onAgain={() => setSentTo(undefined)} />;
  }
  return (
    <AuthLayout
      title={words.title}
      lead={words.lead}
      next={next}
      other={
        <>
          {words.other}{" "}
          <AuthLink to="/sign-in" next={next}>
            {words.otherLink}
          </AuthLink>
        </>
      }
    >
      <form noValidate onSubmit={submit} className="grid gap-5">
        <FormFailure>{errors.root?.message}</FormFailure>
        <TextField
          label={fields.organizationName}
          autoComplete="organization"
          error={errors.organizationName?.message}
          {...form.register("organizationName")}
        />
        <TextField
          label={fields.name}
          autoComplete="name"
          error={errors.name?.message}
          {...form.register("name")}
        />
        <TextField
          label={authCopy.fields.email}
          type="email"
          autoComplete="username"
          error={errors.email?.message}
          {...form.register("email")}
        />
        <PasswordField
          autoComplete="new-password"
          hint={newPasswordHint}
          error={errors.password?.message}
          {...form.register("password")}
        />
        <Place form={form} />
        <Button type="submit" look="primary" size="large" busy={isSubmitting}>
          {words.submit}
        </Button>
      </form>
    </AuthLayout>
  );
}

function Place({ form }: { form: ReturnType<typeof useForm<SignUpForm>> }) {
  const { errors } = form.formState;
  const zones = useMemo(() => timeZones(), []);
  const choices = useMemo(countries, []);
  return (
    <div className="grid gap-5 sm:grid-cols-2 sm:gap-3">
      <SelectField label={fields.country} error={errors.country?.message} {...form.register("country")}>
        {choices.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={fields.timeZone}
        hint={fields.timeZoneHint}
        error={errors.timeZone?.message}
        {...form.register("timeZone")}
      >
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
