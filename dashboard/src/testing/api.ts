import { delay, HttpResponse, http } from "msw";
import type { components } from "@/api/types";
import type { Answer, Body, Method, PathOf } from "@/lib/api-paths";

export interface Asked<B> {
  body: B;
  query: URLSearchParams;
  path: Record<string, string>;
  headers: Headers;
}

/** A handler for one route, typed by the API document: it can neither misname a field nor forget one. */
export function on<M extends Method, P extends PathOf<M>>(
  method: M,
  path: P,
  reply: (asked: Asked<Body<M, P>>) => Reply<Answer<M, P>> | Promise<Reply<Answer<M, P>>>,
) {
  return http[method](path.replace(/\{(\w+)\}/g, ":$1"), async ({ request, params }) => {
    const text = await request.clone().text();
    const answer = await reply({
      body: text === "" ? undefined : JSON.parse(text),
      query: new URL(request.url).searchParams,
      path: params as Record<string, string>,
      headers: request.headers,
    });
    return answer.response;
  });
}

/** The `T` is what the answer's body is; only `on` looks at it. */
export interface Reply<T> {
  response: Response;
  body?: T;
}

export function ok<T>(body: T, status: 200 | 201 | 202 = 200): Reply<T> {
  return { response: HttpResponse.json(body as never, { status }) };
}

/** The answer of a route that promises to do something and says nothing of it. */
export function accepted(): Reply<undefined> {
  return { response: new HttpResponse(null, { status: 202 }) };
}

export function empty(): Reply<undefined> {
  return { response: new HttpResponse(null, { status: 204 }) };
}

type ProblemBody = components["schemas"]["Problem"];

/** A refusal as the API words it. */
export function refusal(
  status: number,
  code: string,
  more: Partial<ProblemBody> & { retryAfterSeconds?: number } = {},
): Reply<never> {
  const { retryAfterSeconds, ...rest } = more;
  const body: ProblemBody = { type: "about:blank", title: code, status, code, requestId: "req-7", ...rest };
  const headers = {
    "Content-Type": "application/problem+json",
    ...(retryAfterSeconds === undefined ? {} : { "Retry-After": String(retryAfterSeconds) }),
  };
  return { response: new HttpResponse(JSON.stringify(body), { status, headers }) };
}

export function noAnswer(): Reply<never> {
  return { response: HttpResponse.error() };
}

/** Never answers, for what is shown meanwhile. */
export async function silence(): Promise<Reply<never>> {
  await delay("infinite");
  return noAnswer();
}
