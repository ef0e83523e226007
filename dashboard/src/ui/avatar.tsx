import { classNames } from "@/lib/class-names";

/** A person's initials; decoration beside, or a stand-in for, their written name. */
export function Avatar({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames(
        "inline-flex size-6 shrink-0 items-center justify-center rounded-full bg-accent/12 font-semibold text-[0.625rem] text-accent",
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.at(0) ?? "");
  return letters.join("").toUpperCase();
}
