/** Countries that share +1; the business's own number plan is shown without the country code. */
const NORTH_AMERICA = new Set([
  "US",
  "CA",
  "PR",
  "DO",
  "JM",
  "BS",
  "BB",
  "TT",
  "GU",
  "VI",
  "AG",
  "AI",
  "BM",
  "DM",
  "GD",
  "KN",
  "KY",
  "LC",
  "MS",
  "SX",
  "TC",
  "VC",
  "VG",
  "AS",
  "MP",
]);
const NORTH_AMERICAN = /^\+1(\d{3})(\d{3})(\d{4})$/;

/**
 * An E.164 number as people in `country` read it. Numbers of other plans keep their international form, grouped; the full
 * number library is too heavy for a list and comes with the forms that need it.
 */
export function showPhoneNumber(e164: string, country: string): string {
  const parts = NORTH_AMERICAN.exec(e164);
  if (parts !== null) {
    const national = `(${parts[1]}) ${parts[2]}-${parts[3]}`;
    return NORTH_AMERICA.has(country) ? national : `+1 ${national}`;
  }
  return e164.replace(/(\d{3})(?=\d{2})/g, "$1 ");
}
