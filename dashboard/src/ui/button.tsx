import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "@/lib/class-names";

export const buttonLook = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-not-allowed aria-disabled:opacity-60",
  {
    variants: {
      look: {
        primary:
          "bg-accent font-semibold text-on-accent shadow-[inset_0_1px_0_rgb(255_255_255/14%)] hover:bg-accent/90",
        secondary: "border border-edge bg-surface font-semibold text-ink hover:bg-sunken",
        quiet: "font-semibold text-ink hover:bg-sunken",
        filter: "border border-edge bg-surface text-ink hover:bg-sunken",
        activeFilter: "border border-accent bg-surface text-accent hover:bg-sunken",
      },
      size: {
        normal: "h-9 px-3.5 pointer-coarse:h-11",
        small: "h-8 px-2.5 pointer-coarse:h-11",
        large: "h-11 px-4",
        icon: "size-9 pointer-coarse:size-11",
      },
      shape: { rounded: "rounded-control", pill: "rounded-full shadow-raised" },
    },
    defaultVariants: { look: "secondary", size: "normal", shape: "rounded" },
  },
);

type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonLook> & {
    /** Shows progress in place; presses do nothing meanwhile, and the focus stays where it is. */
    busy?: boolean;
  };

export function Button({
  look,
  size,
  shape,
  busy = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={classNames(buttonLook({ look, size, shape }), className)}
    >
      {busy && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
      {children}
    </button>
  );
}
