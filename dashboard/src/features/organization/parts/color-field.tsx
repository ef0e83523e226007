import { useId } from "react";
import { organizationCopy } from "../copy";

const { business: words } = organizationCopy;
/** What the picker begins with; close to the product's own. */
const FIRST_COLOR = "#0b5fc6";

interface ColorFieldProps {
  /** #rrggbb; null is the product's own. */
  color: string | null;
  onChange: (color: string | null) => void;
}

/** The colour of the brand, or the product's own. */
export function ColorField({ color, onChange }: ColorFieldProps) {
  const id = useId();
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-semibold">{words.color}</legend>
      <label className="flex min-h-8 items-center gap-2.5">
        <input
          type="checkbox"
          checked={color !== null}
          onChange={({ target }) => onChange(target.checked ? FIRST_COLOR : null)}
          className="size-4 accent-accent"
        />
        {words.ownColor}
      </label>
      {color !== null && (
        <span className="flex items-center gap-3">
          <input
            type="color"
            aria-label={words.color}
            aria-describedby={`${id}-hint`}
            value={color.toLowerCase()}
            onChange={({ target }) => onChange(target.value)}
            className="h-9 w-14 rounded-control border border-edge bg-surface p-1 pointer-coarse:h-11"
          />
          <code>{color.toLowerCase()}</code>
        </span>
      )}
      <p id={`${id}-hint`} className="text-meta text-muted">
        {words.colorHint}
      </p>
    </fieldset>
  );
}
