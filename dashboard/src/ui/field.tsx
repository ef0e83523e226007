import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "@/lib/class-names";

interface Described {
  label: string;
  hint?: ReactNode;
  /** What is wrong with the value, and what would be right. */
  error?: string | undefined;
  optional?: boolean;
}

const control =
  "w-full rounded-control border border-edge bg-surface px-3 text-ink placeholder:text-muted aria-invalid:border-danger pointer-coarse:text-reading";

export function TextField({
  label,
  hint,
  error,
  optional,
  className,
  ...input
}: Described & ComponentProps<"input">) {
  const ids = useFieldIds(input.id, hint, error);
  return (
    <Frame {...{ label, hint, error, optional, ids, className }}>
      <input {...input} {...ids.control} className={classNames(control, "h-9 pointer-coarse:h-11")} />
    </Frame>
  );
}

export function TextArea({
  label,
  hint,
  error,
  optional,
  className,
  ...area
}: Described & ComponentProps<"textarea">) {
  const ids = useFieldIds(area.id, hint, error);
  return (
    <Frame {...{ label, hint, error, optional, ids, className }}>
      <textarea rows={3} {...area} {...ids.control} className={classNames(control, "resize-y py-2")} />
    </Frame>
  );
}

export function SelectField({
  label,
  hint,
  error,
  optional,
  className,
  ...select
}: Described & ComponentProps<"select">) {
  const ids = useFieldIds(select.id, hint, error);
  return (
    <Frame {...{ label, hint, error, optional, ids, className }}>
      <select {...select} {...ids.control} className={classNames(control, "h-9 px-2 pointer-coarse:h-11")} />
    </Frame>
  );
}

function useFieldIds(given: string | undefined, hint: ReactNode, error: string | undefined) {
  const made = useId();
  const id = given ?? made;
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [error && errorId, hint && hintId].filter(Boolean).join(" ");
  return {
    hint: hintId,
    error: errorId,
    control: {
      id,
      "aria-invalid": error ? true : undefined,
      "aria-describedby": describedBy || undefined,
    },
  } as const;
}

type FrameProps = {
  [K in keyof Described]: Described[K] | undefined;
} & { ids: ReturnType<typeof useFieldIds>; className: string | undefined; children: ReactNode };

function Frame({ label, hint, error, optional, ids, className, children }: FrameProps) {
  return (
    <div className={classNames("grid content-start gap-1.5", className)}>
      <label htmlFor={ids.control.id} className="flex justify-between font-semibold">
        {label}
        {optional && <span className="font-normal text-muted">Optional</span>}
      </label>
      {children}
      {error && (
        <p id={ids.error} className="text-danger">
          {error}
        </p>
      )}
      {hint && (
        <p id={ids.hint} className="text-meta text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
