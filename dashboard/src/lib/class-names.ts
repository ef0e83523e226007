import { type ClassValue, clsx } from "clsx";

/**
 * Joins class names. Two classes for one property do not settle by order, so parts offer variants instead of being
 * overruled from outside; the library that would settle it costs 9 KB before the sign-in page shows.
 */
export function classNames(...values: ClassValue[]): string {
  return clsx(values);
}
