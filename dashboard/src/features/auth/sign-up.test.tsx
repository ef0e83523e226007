import { screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";
import { ok, on, refusal } from "@/testing/api";
import { violations } from "@/testing/axe";
import { aSession } from "@/testing/builders";
import { open } from "@/testing/render";
import { server } from "@/testing/server";
import { likelyCountry } from "./countries";

beforeEach(() => {
  server.use(on("post", "/api/auth/refresh", () => refusal(401, "UNAUTHENTICATED")));
});

async function fillIn(user: UserEvent, password = "a sentence of some length") {
  await user.type(await screen.findByLabelText("Business name"), "Harbor Law");
  await user.type(screen.getByLabelText("Your name"), "Ines Duarte");
  await user.type(screen.getByLabelText("Email"), "ines@harborlaw.example");
  await user.type(screen.getByLabelText("Password"), password);
  await user.selectOptions(screen.getByLabelText("Country"), "Portugal");
  await user.selectOptions(screen.getByLabelText("Time zone"), "Europe/Lisbon");
  await user.click(screen.getByRole("button", { name: "Create account" }));
}

describe("given the sign-up page", () => {
  test("when it is filled in, then the account is made and its empty leads page opens", async () => {
    const bodies: unknown[] = [];
    server.use(
      on("post", "/api/auth/signup", ({ body }) => {
        bodies.push(body);
        return ok(aSession(), 201);
      }),
    );
    const { user } = open("/sign-up");
    await screen.findByRole("heading", { level: 1, name: "Create your account" });
    expect(await violations()).toEqual([]);
    await fillIn(user);
    expect(await screen.findByRole("heading", { name: "Your leads will appear here" })).toBeVisible();
    expect(bodies).toEqual([
      {
        name: "Ines Duarte",
        organizationName: "Harbor Law",
        email: "ines@harborlaw.example",
        password: "a sentence of some length",
        country: "PT",
        timeZone: "Europe/Lisbon",
      },
    ]);
  });

  test.each([
    ["too short", "short", "Use at least 12 characters."],
    ["longer than 72 bytes", "ü".repeat(37), "Use fewer characters; 72 is the most we can keep."],
  ])("when the password is %s, then the field says so", async (_case, password, words) => {
    const { user } = open("/sign-up");
    await fillIn(user, password);
    await waitFor(() =>
      expect(screen.getByLabelText("Password")).toHaveAccessibleDescription(expect.stringContaining(words)),
    );
    expect(await violations()).toEqual([]);
  });

  test("when the email has an account, then the page points to signing in", async () => {
    server.use(on("post", "/api/auth/signup", () => refusal(409, "EMAIL_TAKEN")));
    const { user } = open("/sign-up");
    await fillIn(user);
    await waitFor(() =>
      expect(screen.getByRole("alert")).toHaveTextContent(/already an account with this email/),
    );
    await user.click(screen.getByRole("link", { name: "Sign in" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Sign in" })).toHaveFocus();
  });

  test("when the server names a field, then the field says what the server said", async () => {
    server.use(
      on("post", "/api/auth/signup", () =>
        refusal(400, "INVALID", { errors: [{ field: "timeZone", message: "We do not know this zone." }] }),
      ),
    );
    const { user } = open("/sign-up");
    await fillIn(user);
    expect(await screen.findByText("We do not know this zone.")).toBeVisible();
    expect(screen.getByLabelText("Time zone")).toBeInvalid();
  });
});

test.each([
  ["pt-PT", "PT"],
  ["en-US", "US"],
  ["zh-Hant-TW", "TW"],
  ["de", "US"],
])("the likely country of %s is %s", (language, country) => {
  expect(likelyCountry(language)).toBe(country);
});
