import type { components } from "@/api/types";

type ProblemBody = components["schemas"]["Problem"];

/** The server understood and said no: an RFC 9457 problem. Switch on {@link code}, show {@link message}. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly status: number;
  readonly code: string;
  readonly requestId: string | undefined;
  readonly fields: ReadonlyArray<{ field: string; message: string }>;
  /** When asking again makes sense, if the server said so. */
  readonly retryAt: Date | undefined;

  constructor(status: number, body: Partial<ProblemBody>, retryAt?: Date) {
    super(body.detail ?? body.title ?? `The server answered ${status}.`);
    this.status = status;
    this.code = body.code ?? "UNKNOWN";
    this.requestId = body.requestId;
    this.fields = body.errors ?? [];
    this.retryAt = retryAt;
  }
}

/** The server did not answer: no network, or nobody there. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

/** The problem in an answer that is not a success, whatever its body turned out to be. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const retryAt = readRetryAfter(response.headers.get("Retry-After"));
  const isJson = response.headers.get("Content-Type")?.includes("json") ?? false;
  const body = isJson ? await response.json().catch(() => ({})) : {};
  return new ApiProblem(response.status, body, retryAt);
}

function readRetryAfter(value: string | null): Date | undefined {
  const seconds = Number(value);
  return value && Number.isFinite(seconds) ? new Date(Date.now() + seconds * 1000) : undefined;
}

export function hasStatus(error: unknown, status: number): error is ApiProblem {
  return error instanceof ApiProblem && error.status === status;
}

/** Whether the server refused for this reason; `code` is one of its catalogue. */
export function hasCode(error: unknown, code: string): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code;
}

/** What to name when asking for help, if the server gave it. */
export function requestIdOf(error: unknown): string | undefined {
  return error instanceof ApiProblem ? error.requestId : undefined;
}
