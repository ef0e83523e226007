import type { Answer, Call, Method, PathOf } from "./api-paths";
import { readProblem, Unreachable } from "./problem";

/** Where calls get their access token from. */
export interface TokenSource {
  /** A token that is good for now; undefined when nobody is signed in. */
  token(): Promise<string | undefined>;
  /** Asks for another after the server refused `refused`; undefined when the session is over. */
  renew(refused: string): Promise<string | undefined>;
}

type LooseCall = {
  body?: unknown;
  path?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  idempotencyKey?: string;
  signal?: AbortSignal;
};

/** The API by method and path, typed by its document; a refusal is thrown as an `ApiProblem`. */
export class Http {
  constructor(private readonly tokens: TokenSource) {}

  get<P extends PathOf<"get">>(path: P, call: Call<"get", P>): Promise<Answer<"get", P>> {
    return this.call("get", path, call);
  }

  post<P extends PathOf<"post">>(path: P, call: Call<"post", P>): Promise<Answer<"post", P>> {
    return this.call("post", path, call);
  }

  put<P extends PathOf<"put">>(path: P, call: Call<"put", P>): Promise<Answer<"put", P>> {
    return this.call("put", path, call);
  }

  patch<P extends PathOf<"patch">>(path: P, call: Call<"patch", P>): Promise<Answer<"patch", P>> {
    return this.call("patch", path, call);
  }

  delete<P extends PathOf<"delete">>(path: P, call: Call<"delete", P>): Promise<Answer<"delete", P>> {
    return this.call("delete", path, call);
  }

  /** A file that the route gives; `next` is the cursor of its following part, when it has one. */
  async getFile<P extends PathOf<"get">>(path: P, call: Call<"get", P>) {
    const response = await this.ask("get", path, call);
    if (!response.ok) {
      throw await readProblem(response);
    }
    return { text: await response.text(), next: readNext(response.headers.get("Link")) };
  }

  private async call<T>(method: Method, path: string, call: LooseCall): Promise<T> {
    return readAnswer(await this.ask(method, path, call));
  }

  private async ask(method: Method, path: string, call: LooseCall): Promise<Response> {
    const token = await this.tokens.token();
    let response = await send(method, path, call, token);
    if (response.status === 401 && token !== undefined) {
      const renewed = await this.tokens.renew(token);
      if (renewed !== undefined) {
        response = await send(method, path, call, renewed);
      }
    }
    return response;
  }
}

/** A call without a token, for the routes that hand out sessions. */
export async function callPublic<P extends PathOf<"post">>(
  path: P,
  call: Call<"post", P>,
): Promise<Answer<"post", P>> {
  return readAnswer(await send("post", path, call, undefined));
}

async function send(method: Method, path: string, call: LooseCall, token: string | undefined) {
  const headers = new Headers({ Accept: "application/json, application/problem+json, text/csv" });
  if (token !== undefined) {
    headers.set("Authorization", `Bearer ${token}`);
  }
  if (call.body !== undefined) {
    headers.set("Content-Type", "application/json");
  }
  if (call.idempotencyKey !== undefined) {
    headers.set("Idempotency-Key", call.idempotencyKey);
  }
  const request: RequestInit = { method: method.toUpperCase(), headers, credentials: "same-origin" };
  if (call.body !== undefined) {
    request.body = JSON.stringify(call.body);
  }
  if (call.signal !== undefined) {
    request.signal = call.signal;
  }
  try {
    return await fetch(address(path, call), request);
  } catch (error) {
    // An abort is the caller's own wish; anything else fetch throws means no answer came.
    if (call.signal?.aborted) {
      throw error;
    }
    throw new Unreachable("The server did not answer.", { cause: error });
  }
}

function address(path: string, call: LooseCall): URL {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(call.path?.[name] ?? ""));
  const url = new URL(filled, window.location.origin);
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined) {
      url.searchParams.set(name, String(value));
    }
  }
  return url;
}

async function readAnswer<T>(response: Response): Promise<T> {
  if (!response.ok) {
    throw await readProblem(response);
  }
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

/** The cursor in a `Link` header (RFC 8288) whose relation is `next`. */
function readNext(link: string | null): string | undefined {
  const address = link?.match(/<([^>]*)>\s*;[^,]*rel="?next"?/)?.[1];
  return address === undefined
    ? undefined
    : (new URL(address, window.location.origin).searchParams.get("cursor") ?? undefined);
}
