/** What the way back from a vendor's own page says of how it went there. */
export interface ComingBack {
  connected?: string | undefined;
  error?: string | undefined;
}

/** Reads it from an address; what is not a word is nothing. */
export function readComingBack({ connected, error }: Record<string, unknown>): ComingBack {
  return { connected: readWord(connected), error: readWord(error) };
}

function readWord(written: unknown): string | undefined {
  return typeof written === "string" && /^[a-z_]{1,40}$/.test(written) ? written : undefined;
}
