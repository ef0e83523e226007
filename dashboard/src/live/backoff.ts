const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * How long to wait before the next try: anywhere between nothing and a limit that doubles with each failure ("full
 * jitter"), so that a thousand dashboards do not come back in the same second.
 */
export function backoffMs(failures: number, random: () => number = Math.random): number {
  return random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** failures);
}
