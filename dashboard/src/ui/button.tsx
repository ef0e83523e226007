import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "@/lib/class-names";

export const buttonLook = cva(
  "inline-flex h-9 shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-control px-3.5 font-semibold transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-not-allowed aria-disabled:opacity-60 pointer-coarse:h-11",
  {
    variants: {
      look: {
        primary: "bg-accent text-on-accent shadow-[inset_0_1px_0_rgb(255_255_255/14%)] hover:bg-accent/90",
        secondary: "border border-edge bg-surface text-ink hover:bg-sunken",
        quiet: "text-ink hover:bg-sunken",
      },
      size: { normal: "", small: "h-8 px-2.5" },
    },
    defaultVariants: { look: "secondary", size: "normal" },
  },
);

type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonLook> & {
    /** Shows progress in place; presses do nothing meanwhile, and the focus stays where it is. */
    busy?: boolean;
  };

export function Button({ look, size, busy = false, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={classNames(buttonLook({ look, size }), className)}
    >
      {busy && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
      {children}
    </button>
  );
}
