import { screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { ok, on, refusal } from "@/testing/api";
import { violations } from "@/testing/axe";
import { aSession } from "@/testing/builders";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

const step = { secondStep: { challenge: "chall", expiresInSeconds: 300 } };

beforeEach(() => {
  server.use(
    on("post", "/api/auth/refresh", () => refusal(401, "UNAUTHENTICATED")),
    on("post", "/api/auth/login", () => ok(step, 202)),
  );
});

async function signIn(user: UserEvent) {
  await user.type(await screen.findByLabelText("Email"), "dana@brightdental.example");
  await user.type(screen.getByLabelText("Password"), "a long password");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  return screen.findByLabelText("Code");
}

/** A server that takes this code and no other; gives what it was sent. */
function givenCode(good: string) {
  const sent: unknown[] = [];
  server.use(
    on("post", "/api/auth/login/second-step", ({ body }) => {
      sent.push(body);
      return body.code === good ? ok(aSession()) : refusal(401, "UNAUTHENTICATED");
    }),
  );
  return sent;
}

describe("given somebody with two-step sign-in", () => {
  test("when the password is right, then the code is asked for, and with it they land where they wanted to", async () => {
    const sent = givenCode("123456");
    const { user, address } = open("/leads?stage=NEW");
    const code = await signIn(user);
    expect(code).toHaveFocus();
    expect(code).toHaveAttribute("autocomplete", "one-time-code");
    expect(code).toHaveAttribute("inputmode", "numeric");
    expect(await violations()).toEqual([]);
    await user.type(code, "123 456{Enter}");
    expect(await screen.findByRole("heading", { level: 1, name: "Leads" })).toBeVisible();
    expect(address()).toBe("/leads?stage=NEW");
    expect(sent).toEqual([{ challenge: "chall", code: "123456" }]);
  });

  test("when the code is wrong, then the page says so and takes another", async () => {
    givenCode("123456");
    const { user } = open("/sign-in");
    await user.type(await signIn(user), "654321{Enter}");
    await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent(/^This code is not right/));
    expect(await violations()).toEqual([]);
    await user.clear(screen.getByLabelText("Code"));
    await user.type(screen.getByLabelText("Code"), "123456{Enter}");
    expect(await screen.findByRole("heading", { level: 1, name: /^Good / })).toBeVisible();
  });

  test("when it is not six digits, then it is not sent", async () => {
    const sent = givenCode("123456");
    const { user } = open("/sign-in");
    await user.type(await signIn(user), "1234{Enter}");
    expect(await screen.findByText("Enter the 6 digits.")).toBeVisible();
    expect(sent).toEqual([]);
  });

  test("when the phone is lost, then a recovery code does", async () => {
    const sent = givenCode("k7f2-9qpd");
    const { user } = open("/sign-in");
    await signIn(user);
    await user.click(screen.getByRole("button", { name: "Use a recovery code" }));
    const field = await screen.findByLabelText("Recovery code");
    expect(field).toHaveFocus();
    await user.type(field, " k7f2-9qpd {Enter}");
    expect(await screen.findByRole("heading", { level: 1, name: /^Good / })).toBeVisible();
    expect(sent).toEqual([{ challenge: "chall", code: "k7f2-9qpd" }]);
  });

  test("when there were too many wrong codes, then the page says until when to wait", async () => {
    server.use(
      on("post", "/api/auth/login/second-step", () =>
        refusal(429, "TOO_MANY_REQUESTS", { retryAfterSeconds: 600 }),
      ),
    );
    const { user } = open("/sign-in");
    await user.type(await signIn(user), "123456{Enter}");
    await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent(/try again at \d/));
  });

  test("when it took too long, then the page says to start again, and the password is asked for", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      givenCode("123456");
      const { user } = open("/sign-in");
      const code = await signIn(user);
      vi.setSystemTime(Date.now() + 301_000);
      await user.type(code, "654321{Enter}");
      await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent(/^That took too long/));
      await user.click(screen.getByRole("button", { name: "Start again" }));
      expect(await screen.findByLabelText("Password")).toHaveValue("");
    } finally {
      vi.useRealTimers();
    }
  });
});
