import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useMe } from "@/lib/me-context";
import { showRefusal } from "@/lib/refusal";
import { useHttp } from "@/lib/session-context";
import { Card } from "@/ui/card";
import { TextField } from "@/ui/field";
import { FormFailure } from "@/ui/form-failure";
import { OnlineButton } from "@/ui/online-button";
import { SavedMark } from "@/ui/saved-mark";
import { profileCopy } from "../copy";

const { name: words } = profileCopy;

/** What this person is called. */
export function NameCard() {
  const { user } = useMe();
  const http = useHttp();
  const queries = useQueryClient();
  const [saved, setSaved] = useState(false);
  const form = useForm({ defaultValues: { name: user.name } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ name }) => {
    setSaved(false);
    try {
      await http.patch("/api/me", { body: { name: name.trim() } });
      await queries.invalidateQueries({ queryKey: ["me"] });
      setSaved(true);
    } catch (error) {
      showRefusal(error, ["name"], form.setError);
    }
  });

  return (
    <Card title={words.title} what={words.what}>
      <form noValidate onSubmit={submit} className="grid max-w-md gap-4 p-4">
        <FormFailure>{errors.root?.message}</FormFailure>
        <TextField
          label={words.label}
          autoComplete="name"
          error={errors.name?.message}
          {...form.register("name", {
            validate: (name) => name.trim() !== "" || words.invalid,
            maxLength: { value: 120, message: words.tooLong },
          })}
        />
        <p className="flex flex-wrap items-center gap-4">
          <OnlineButton type="submit" busy={isSubmitting}>
            {words.save}
          </OnlineButton>
          <SavedMark saved={saved} />
        </p>
      </form>
    </Card>
  );
}
