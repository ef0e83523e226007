/** Where to go once signed in, as the sign-in page's address carries it. */
export interface NextPage {
  next?: string | undefined;
}

/**
 * Reads it from an address. Only our own pages count: a link must not be able to send people elsewhere after sign-in.
 * Names the key even when it is empty, because the router keeps what the address said for keys that are left out.
 */
export function readNextPage(search: Record<string, unknown>): NextPage {
  const { next } = search;
  return { next: typeof next === "string" && /^\/(?![/\\])/.test(next) ? next : undefined };
}
