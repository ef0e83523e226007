import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";

// The number library is heavy: import this file only as part of what opens later.

/** A number as typed or pasted in `country`, in E.164; undefined when it is not a possible number. */
export function toE164(typed: string, country: string): string | undefined {
  const number = parsePhoneNumberFromString(typed, country as CountryCode);
  return number?.isPossible() ? number.number : undefined;
}
