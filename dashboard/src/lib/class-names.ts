import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({
  extend: { theme: { text: ["meta", "body", "reading", "section", "page"], radius: ["control", "card"] } },
});

/** Joins class names; a later one wins over an earlier one for the same property. */
export function classNames(...values: ClassValue[]): string {
  return merge(clsx(values));
}
