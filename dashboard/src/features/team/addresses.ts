export const MOST_AT_ONCE = 50;

const ADDRESS = /^[^@\s]{1,64}@[^@\s]+\.[^@\s.]+$/;

/**
 * The addresses in what somebody pasted, each once: a list with commas, semicolons, spaces or lines between, with or
 * without names as mail programs copy them (`Ana Silva <ana@example.com>`).
 */
export function readAddresses(pasted: string): { emails: string[]; wrong: string[] } {
  // Names stand before an address in angle brackets; what is quoted or unquoted before it is not wanted.
  const withoutNames = pasted.replace(/(?:"[^"]*"|[^,;\n<>"])*<([^<>]*)>/g, " $1 ");
  const words = withoutNames.split(/[\s,;]+/).filter((word) => word !== "");
  const emails = new Map<string, string>();
  const wrong: string[] = [];
  for (const word of words) {
    if (ADDRESS.test(word)) {
      const known = emails.get(word.toLowerCase());
      emails.set(word.toLowerCase(), known ?? word);
    } else {
      wrong.push(word);
    }
  }
  return { emails: [...emails.values()], wrong };
}
