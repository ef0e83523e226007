import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { useForm } from "react-hook-form";
import { useSession } from "@/lib/session-context";
import { thisDeviceZone } from "@/lib/time";
import { Button } from "@/ui/button";
import { SelectField, TextField } from "@/ui/field";
import { AuthLayout } from "./auth-layout";
import { authCopy } from "./copy";
import { countries, likelyCountry } from "./countries";
import { showFailure } from "./failure";
import { FormFailure } from "./form-failure";
import { PasswordField } from "./password-field";
import { type SignUpForm, signUpSchema } from "./schema";

const route = getRouteApi("/sign-up");
const { fields } = authCopy;

export function SignUpPage() {
  const { next } = route.useSearch();
  const session = useSession();
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

  const submit = form.handleSubmit((values) =>
    session
      .signUp(values)
      .catch((error: unknown) =>
        showFailure(
          error,
          ["name", "organizationName", "email", "password", "country", "timeZone"],
          form.setError,
        ),
      ),
  );

  return (
    <AuthLayout page={authCopy.signUp} otherPath="/sign-in" next={next}>
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
          label={fields.email}
          type="email"
          autoComplete="username"
          error={errors.email?.message}
          {...form.register("email")}
        />
        <PasswordField
          autoComplete="new-password"
          hint={fields.newPasswordHint}
          error={errors.password?.message}
          {...form.register("password")}
        />
        <Place form={form} />
        <Button type="submit" look="primary" size="large" busy={isSubmitting}>
          {authCopy.signUp.submit}
        </Button>
      </form>
    </AuthLayout>
  );
}

function Place({ form }: { form: ReturnType<typeof useForm<SignUpForm>> }) {
  const { errors } = form.formState;
  const zones = useMemo(
    () => [...new Set([thisDeviceZone(), ...Intl.supportedValuesOf("timeZone")])].sort(),
    [],
  );
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
