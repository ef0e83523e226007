import type { paths } from "@/api/types";

// What a route of the API document takes and gives, looked up by method and path.

export type Method = "get" | "post" | "put" | "patch" | "delete";

export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never;
}[keyof paths];

type Operation<M extends Method, P extends PathOf<M>> = paths[P] extends Record<M, infer O> ? O : never;

type JsonOf<T> = T extends { content: { "application/json": infer J } } ? J : undefined;

type Success = 200 | 201 | 202 | 204;

/** The body of the route's success, `undefined` where it has none. */
export type Answer<M extends Method, P extends PathOf<M>> =
  Operation<M, P> extends { responses: infer R } ? SuccessOf<R> : never;

/** Each success by itself, so that a route with two of them gives either body. */
type SuccessOf<R> = { [S in keyof R & Success]: JsonOf<R[S]> }[keyof R & Success];

export type Body<M extends Method, P extends PathOf<M>> =
  Operation<M, P> extends { requestBody: { content: { "application/json": infer B } } } ? B : never;

type ParametersIn<M extends Method, P extends PathOf<M>, Where extends "path" | "query"> =
  Operation<M, P> extends { parameters: infer A }
    ? Where extends keyof A
      ? NonNullable<A[Where]>
      : never
    : never;

type Wanted<Name extends string, T> = [T] extends [never] ? { [N in Name]?: never } : { [N in Name]: T };

/** Everything a call of the route needs or may say. */
export type Call<M extends Method, P extends PathOf<M>> = Wanted<"body", Body<M, P>> &
  Wanted<"path", ParametersIn<M, P, "path">> & {
    query?: ParametersIn<M, P, "query">;
    /** Repeating a write under the same key gives its first answer again. */
    idempotencyKey?: string;
    signal?: AbortSignal;
  };
