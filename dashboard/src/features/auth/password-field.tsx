import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { TextField } from "@/ui/field";
import { authCopy } from "./copy";

type PasswordFieldProps = Omit<ComponentProps<typeof TextField>, "type" | "label">;

/** A password that can be looked at while typing; paste and password managers work. */
export function PasswordField(props: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="relative">
      <TextField {...props} label={authCopy.fields.password} type={shown ? "text" : "password"} />
      <button
        type="button"
        aria-label={shown ? authCopy.fields.hidePassword : authCopy.fields.showPassword}
        onClick={() => setShown(!shown)}
        className="absolute top-6.5 right-0 flex size-9 items-center justify-center text-muted hover:text-ink pointer-coarse:size-11"
      >
        <Icon aria-hidden className="size-4" />
      </button>
    </div>
  );
}
