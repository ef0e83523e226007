import { describe, expect, onTestFinished, test } from "vitest";
import { noAnswer, ok, on, refusal, silence } from "@/testing/api";
import { aMe } from "@/testing/builders";
import { server } from "@/testing/server";
import { Http } from "./http";
import { Unreachable } from "./problem";
import { Session } from "./session";

function aSessionObject() {
  const session = new Session();
  onTestFinished(() => session.dispose());
  return session;
}

/** Tokens one, two, three…; those in `good` are taken by the API. */
function givenTokens(good: (token: string) => boolean, expiresInSeconds = 900) {
  const seen = { refreshes: 0, calls: [] as (string | null)[] };
  server.use(
    on("post", "/api/auth/refresh", () => {
      seen.refreshes += 1;
      return ok({ accessToken: `token-${seen.refreshes}`, tokenType: "Bearer", expiresInSeconds });
    }),
    on("get", "/api/me", ({ headers }) => {
      const token = headers.get("Authorization");
      seen.calls.push(token);
      return good(token?.replace("Bearer ", "") ?? "") ? ok(aMe()) : refusal(401, "UNAUTHENTICATED");
    }),
  );
  return seen;
}

describe("given a session", () => {
  test("when many calls are refused at once, then one refresh serves them all", async () => {
    const seen = givenTokens((token) => token === "token-2");
    const session = aSessionObject();
    await session.start();
    const http = new Http(session);
    const answers = await Promise.all([1, 2, 3, 4].map(() => http.get("/api/me", {})));
    expect(answers).toHaveLength(4);
    expect(seen.refreshes).toBe(2);
  });

  test("when a call is refused again after the refresh, then that is the answer", async () => {
    const seen = givenTokens(() => false);
    const session = aSessionObject();
    await session.start();
    await expect(new Http(session).get("/api/me", {})).rejects.toMatchObject({
      status: 401,
      requestId: "req-7",
    });
    expect(seen.calls).toEqual(["Bearer token-1", "Bearer token-2"]);
  });

  test("when the token is about to run out, then it is renewed before the call", async () => {
    const seen = givenTokens(() => true, 10);
    const session = aSessionObject();
    await session.start();
    await new Http(session).get("/api/me", {});
    expect(seen.calls).toEqual(["Bearer token-2"]);
  });

  test("when the refresh is refused, then the session has ended", async () => {
    givenTokens(() => false);
    const session = aSessionObject();
    await session.start();
    server.use(on("post", "/api/auth/refresh", () => refusal(401, "UNAUTHENTICATED")));
    await expect(new Http(session).get("/api/me", {})).rejects.toMatchObject({ status: 401 });
    expect(session.current()).toBe("ended");
  });

  test("when the refresh gets no answer, then the session stays and the call failed", async () => {
    givenTokens(() => false);
    const session = aSessionObject();
    await session.start();
    server.use(on("post", "/api/auth/refresh", noAnswer));
    await expect(new Http(session).get("/api/me", {})).rejects.toBeInstanceOf(Unreachable);
    expect(session.current()).toBe("signed-in");
  });

  test("when another tab signs out, then this one is signed out", async () => {
    givenTokens(() => true);
    const session = aSessionObject();
    await session.start();
    const otherTab = new BroadcastChannel("hekax-session");
    onTestFinished(() => otherTab.close());
    const changed = new Promise<void>((resolve) => session.subscribe(resolve));
    otherTab.postMessage("signed-out");
    await changed;
    expect(session.current()).toBe("signed-out");
  });
});

describe("given a call that is taken back", () => {
  test("then it ends as an abort and not as a lost network", async () => {
    server.use(on("get", "/api/me", silence));
    const session = aSessionObject();
    await session.start();
    const abort = new AbortController();
    const call = new Http(session).get("/api/me", { signal: abort.signal });
    abort.abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("given an answer that is no problem document", () => {
  test("then it is still a refusal with its status", async () => {
    const { http, HttpResponse } = await import("msw");
    server.use(http.get("/api/me", () => new HttpResponse("<h1>Bad gateway</h1>", { status: 502 })));
    const session = aSessionObject();
    await session.start();
    await expect(new Http(session).get("/api/me", {})).rejects.toMatchObject({
      status: 502,
      code: "UNKNOWN",
    });
  });
});
