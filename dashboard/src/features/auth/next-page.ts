/** Where to go once signed in, as the sign-in page's address carries it. */
export interface NextPage {
  next?: string;
}

/** Reads it from an address. Only our own pages count: a link must not be able to send people elsewhere after sign-in. */
export function readNextPage(search: Record<string, unknown>): NextPage {
  const { next } = search;
  return typeof next === "string" && /^\/(?![/\\])/.test(next) ? { next } : {};
}
