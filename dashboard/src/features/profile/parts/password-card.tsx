import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { newPassword, newPasswordHint } from "@/lib/new-password";
import { showRefusal } from "@/lib/refusal";
import { useHttp } from "@/lib/session-context";
import { z } from "@/lib/zod";
import { Card } from "@/ui/card";
import { FormFailure } from "@/ui/form-failure";
import { OnlineButton } from "@/ui/online-button";
import { PasswordField } from "@/ui/password-field";
import { profileCopy } from "../copy";

const { password: words } = profileCopy;

const schema = z.object({
  currentPassword: z.string().check(z.minLength(1, words.invalid)),
  newPassword,
});

/** Another password, for whoever knows the one there is. */
export function PasswordCard() {
  const http = useHttp();
  const [done, setDone] = useState(false);
  const form = useForm<z.infer<typeof schema>>({
    resolver: standardSchemaResolver(schema),
    defaultValues: { currentPassword: "", newPassword: "" },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (body) => {
    setDone(false);
    try {
      await http.put("/api/me/password", { body });
      setDone(true);
      form.reset();
    } catch (error) {
      showRefusal(error, ["currentPassword", "newPassword"], form.setError);
    }
  });

  return (
    <Card title={words.title} what={words.what}>
      <form noValidate onSubmit={submit} className="grid max-w-md gap-4 p-4">
        <FormFailure>{errors.root?.message}</FormFailure>
        <PasswordField
          label={words.current}
          autoComplete="current-password"
          error={errors.currentPassword?.message}
          {...form.register("currentPassword")}
        />
        <PasswordField
          label={words.new}
          autoComplete="new-password"
          hint={newPasswordHint}
          error={errors.newPassword?.message}
          {...form.register("newPassword")}
        />
        <p>
          <OnlineButton type="submit" busy={isSubmitting}>
            {words.change}
          </OnlineButton>
        </p>
        <p role="status" className="empty:hidden">
          {done && words.done}
        </p>
      </form>
    </Card>
  );
}
