import { screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";
import { noAnswer, ok, on, refusal, silence } from "@/testing/api";
import { violations } from "@/testing/axe";
import { aSession } from "@/testing/builders";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

beforeEach(() => {
  server.use(on("post", "/api/auth/refresh", () => refusal(401, "UNAUTHENTICATED")));
});

async function fillIn(user: UserEvent, email = "dana@brightdental.example", password = "a long password") {
  await user.type(await screen.findByLabelText("Email"), email);
  await user.type(screen.getByLabelText("Password"), password);
  await user.click(screen.getByRole("button", { name: "Sign in" }));
}

describe("given somebody who is signed out", () => {
  test("when they open a page that needs a session, then they sign in and land on it", async () => {
    const bodies: unknown[] = [];
    server.use(
      on("post", "/api/auth/login", ({ body }) => {
        bodies.push(body);
        return ok(aSession());
      }),
    );
    const { user, address } = open("/leads?stage=NEW");
    await fillIn(user);
    expect(await screen.findByRole("heading", { level: 1, name: "Leads" })).toBeVisible();
    expect(address()).toBe("/leads?stage=NEW");
    expect(bodies).toEqual([{ email: "dana@brightdental.example", password: "a long password" }]);
  });

  test("then the page works with password managers and has no axe violation", async () => {
    open("/sign-in");
    expect(await screen.findByLabelText("Email")).toHaveAttribute("autocomplete", "username");
    expect(screen.getByLabelText("Password")).toHaveAttribute("autocomplete", "current-password");
    expect(document.title).toBe("Sign in · HEKAX Phone");
    expect(await violations()).toEqual([]);
  });

  test("when they want to see the password, then it is shown", async () => {
    const { user } = open("/sign-in");
    await user.click(await screen.findByRole("button", { name: "Show password" }));
    expect(screen.getByLabelText("Password")).toHaveAttribute("type", "text");
    expect(screen.getByRole("button", { name: "Hide password" })).toBeVisible();
  });

  test("when fields are empty, then each says what it wants", async () => {
    const { user } = open("/sign-in");
    await user.click(await screen.findByRole("button", { name: "Sign in" }));
    expect(await screen.findByLabelText("Email")).toHaveAccessibleDescription(/^Enter an email address/);
    expect(screen.getByLabelText("Password")).toHaveAccessibleDescription("Enter your password.");
    expect(await violations()).toEqual([]);
  });

  test.each([
    ["the password is wrong", () => refusal(401, "UNAUTHENTICATED"), /email or password is not right/],
    [
      "there were too many tries",
      () => refusal(429, "TOO_MANY_REQUESTS", { retryAfterSeconds: 600 }),
      /try again at \d/,
    ],
    ["the network fails", noAnswer, /could not reach HEKAX Phone/],
    ["the server fails", () => refusal(500, "INTERNAL", { requestId: "req-9" }), /tell us req-9/],
  ])("when %s, then the page says so and what was typed stays", async (_case, reply, words) => {
    server.use(on("post", "/api/auth/login", reply));
    const { user } = open("/sign-in");
    await fillIn(user);
    await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent(words));
    expect(screen.getByLabelText("Email")).toHaveValue("dana@brightdental.example");
    expect(screen.getByRole("button", { name: "Sign in" })).not.toHaveAttribute("aria-disabled");
  });

  test("when the answer takes its time, then the button shows it and does not send twice", async () => {
    let sent = 0;
    server.use(
      on("post", "/api/auth/login", () => {
        sent += 1;
        return silence();
      }),
    );
    const { user } = open("/sign-in");
    await fillIn(user);
    const button = screen.getByRole("button", { name: "Sign in" });
    await waitFor(() => expect(button).toHaveAttribute("aria-disabled", "true"));
    await user.click(button);
    expect(sent).toBe(1);
  });

  test("when the address names a page elsewhere, then it is not followed", async () => {
    server.use(on("post", "/api/auth/login", () => ok(aSession())));
    const { user, address } = open("/sign-in?next=//evil.example/leads");
    await fillIn(user);
    await screen.findByRole("heading", { level: 1, name: /^Good / });
    expect(address()).toBe("/");
  });
});

describe("given somebody who is signed in already", () => {
  test("when they open the sign-in page, then they go on to the home page", async () => {
    server.use(on("post", "/api/auth/refresh", () => ok(aSession())));
    open("/sign-in");
    expect(await screen.findByRole("heading", { level: 1, name: /^Good / })).toBeVisible();
  });
});
