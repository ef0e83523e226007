import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { TextField } from "./field";

type PasswordFieldProps = Omit<ComponentProps<typeof TextField>, "type" | "label"> & { label?: string };

/** A password that can be looked at while typing; paste and password managers work. */
export function PasswordField({ label = "Password", ...props }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  const said = label.toLowerCase();
  return (
    <div className="relative">
      <TextField {...props} label={label} type={shown ? "text" : "password"} />
      <button
        type="button"
        aria-label={shown ? `Hide ${said}` : `Show ${said}`}
        onClick={() => setShown(!shown)}
        className="absolute top-6.5 right-0 flex size-9 items-center justify-center text-muted hover:text-ink pointer-coarse:size-11"
      >
        <Icon aria-hidden className="size-4" />
      </button>
    </div>
  );
}
