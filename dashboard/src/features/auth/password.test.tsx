import { screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, test } from "vitest";
import { accepted, empty, on, refusal } from "@/testing/api";
import { violations } from "@/testing/axe";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

beforeEach(() => {
  server.use(on("post", "/api/auth/refresh", () => refusal(401, "UNAUTHENTICATED")));
});

describe("given somebody who forgot their password", () => {
  test("when they say their address, then the page says the same for any address", async () => {
    const asked: string[] = [];
    server.use(
      on("post", "/api/auth/password-resets", ({ body }) => {
        asked.push(body.email);
        return accepted();
      }),
    );
    const { user } = open("/sign-in");
    await user.click(await screen.findByRole("link", { name: "Forgot your password?" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Set a new password" })).toHaveFocus();
    expect(await violations()).toEqual([]);
    await user.type(screen.getByLabelText("Email"), "dana@brightdental.example{Enter}");
    expect(await screen.findByRole("status")).toHaveTextContent(
      /^If there is an account for dana@brightdental\.example, a mail is on its way there\./,
    );
    expect(await violations()).toEqual([]);
    expect(asked).toEqual(["dana@brightdental.example"]);
  });

  test("when it is no address, then the field says so", async () => {
    const { user } = open("/forgot-password");
    await user.type(await screen.findByLabelText("Email"), "dana{Enter}");
    expect(await screen.findByText(/^Enter an email address/)).toBeVisible();
  });

  test("when there were too many requests, then the page says until when to wait", async () => {
    server.use(
      on("post", "/api/auth/password-resets", () =>
        refusal(429, "TOO_MANY_REQUESTS", { retryAfterSeconds: 60 }),
      ),
    );
    const { user } = open("/forgot-password");
    await user.type(await screen.findByLabelText("Email"), "dana@brightdental.example{Enter}");
    await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent(/try again at \d/));
  });
});

describe("given the link in the mail", () => {
  test("when a password is chosen, then it is set, and signing in is next", async () => {
    const sent: unknown[] = [];
    server.use(
      on("post", "/api/auth/password-resets/redeem", ({ body }) => {
        sent.push(body);
        return empty();
      }),
    );
    const { user, address } = open("/reset-password#c0de");
    const field = await screen.findByLabelText("New password");
    expect(field).toHaveAttribute("autocomplete", "new-password");
    await waitFor(() => expect(address()).toBe("/reset-password"));
    expect(await violations()).toEqual([]);
    await user.type(field, "short{Enter}");
    expect(await screen.findByText("Use at least 12 characters.")).toBeVisible();
    await user.clear(field);
    await user.type(field, "a sentence of some length{Enter}");
    expect(await screen.findByRole("heading", { name: "Your password is set" })).toHaveFocus();
    expect(screen.getByRole("link", { name: "Go to sign in" })).toHaveAttribute("href", "/sign-in");
    expect(sent).toEqual([{ code: "c0de", password: "a sentence of some length" }]);
  });

  test("when the password is one that everybody has, then the field says so and the link is still good", async () => {
    const message = "This password is in a list of stolen ones.";
    server.use(
      on("post", "/api/auth/password-resets/redeem", () =>
        refusal(400, "INVALID_REQUEST", { errors: [{ field: "password", message }] }),
      ),
    );
    const { user } = open("/reset-password#c0de");
    await user.type(await screen.findByLabelText("New password"), "password1234{Enter}");
    expect(await screen.findByText(message)).toBeVisible();
    expect(screen.getByRole("button", { name: "Set password" })).toBeEnabled();
  });

  test("when it is too old, then the page offers a new one", async () => {
    server.use(on("post", "/api/auth/password-resets/redeem", () => refusal(410, "LINK_INVALID")));
    const { user } = open("/reset-password#c0de");
    await user.type(await screen.findByLabelText("New password"), "a sentence of some length{Enter}");
    expect(await screen.findByRole("heading", { name: "This link does not work any more" })).toBeVisible();
    expect(screen.getByRole("link", { name: "Send a new link" })).toHaveAttribute("href", "/forgot-password");
    expect(await violations()).toEqual([]);
  });
});

describe("given the link that confirms a new address", () => {
  test("when it is confirmed, then the page says so", async () => {
    server.use(on("post", "/api/auth/email-changes/redeem", empty));
    const { user } = open("/confirm-email#c0de");
    await user.click(await screen.findByRole("button", { name: "Use this email" }));
    expect(await screen.findByRole("heading", { name: "Your email is changed" })).toHaveFocus();
    expect(await violations()).toEqual([]);
  });

  test("when it was used, then the page says how to get another", async () => {
    server.use(on("post", "/api/auth/email-changes/redeem", () => refusal(410, "LINK_INVALID")));
    const { user } = open("/confirm-email#c0de");
    await user.click(await screen.findByRole("button", { name: "Use this email" }));
    expect(await screen.findByText(/^Change your email again/)).toBeVisible();
  });
});
