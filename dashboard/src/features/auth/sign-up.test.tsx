import { screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";
import { likelyCountry } from "@/lib/countries";
import { accepted, noAnswer, ok, on, refusal } from "@/testing/api";
import { violations } from "@/testing/axe";
import { aSession } from "@/testing/builders";
import { open } from "@/testing/render";
import { server } from "@/testing/server";

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
  test("when it is filled in, then it says where the mail went, and nobody is signed in yet", async () => {
    const bodies: unknown[] = [];
    server.use(
      on("post", "/api/auth/signup", ({ body }) => {
        bodies.push(body);
        return accepted();
      }),
    );
    const { user, address } = open("/sign-up");
    await screen.findByRole("heading", { level: 1, name: "Create your account" });
    expect(await violations()).toEqual([]);
    await fillIn(user);
    expect(await screen.findByRole("heading", { level: 1, name: "Look into your mail" })).toBeVisible();
    expect(screen.getByRole("status")).toHaveTextContent(/^We have sent a mail to ines@harborlaw\.example\./);
    expect(await violations()).toEqual([]);
    expect(address()).toBe("/sign-up");
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

  test("when no mail came, then what was typed is still there to be sent again", async () => {
    server.use(on("post", "/api/auth/signup", accepted));
    const { user } = open("/sign-up");
    await fillIn(user);
    await user.click(await screen.findByRole("button", { name: "try again" }));
    expect(await screen.findByLabelText("Email")).toHaveValue("ines@harborlaw.example");
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

  test("when the server names a field, then the field says what the server said", async () => {
    const message = "This password is in a list of stolen ones.";
    server.use(
      on("post", "/api/auth/signup", () =>
        refusal(400, "INVALID_REQUEST", { errors: [{ field: "password", message }] }),
      ),
    );
    const { user } = open("/sign-up");
    await fillIn(user);
    expect(await screen.findByText(message)).toBeVisible();
    expect(screen.getByLabelText("Password")).toBeInvalid();
  });

  test("when the network fails, then the page says so and what was typed stays", async () => {
    server.use(on("post", "/api/auth/signup", noAnswer));
    const { user } = open("/sign-up");
    await fillIn(user);
    await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent(/could not reach HEKAX Phone/));
    expect(screen.getByLabelText("Business name")).toHaveValue("Harbor Law");
  });
});

describe("given the link in the mail", () => {
  test("when it is opened, then one press makes the account, and the address forgets the code", async () => {
    const codes: string[] = [];
    server.use(
      on("post", "/api/auth/signup/confirm", ({ body }) => {
        codes.push(body.code);
        return ok(aSession(), 201);
      }),
    );
    const { user, address } = open("/confirm#c0de");
    const button = await screen.findByRole("button", { name: "Open my account" });
    await waitFor(() => expect(address()).toBe("/confirm"));
    expect(codes).toEqual([]);
    expect(await violations()).toEqual([]);
    await user.click(button);
    expect(await screen.findByRole("heading", { level: 1, name: /^Good / })).toBeVisible();
    expect(codes).toEqual(["c0de"]);
    expect(address()).toBe("/");
  });

  test.each([
    ["was used", "/confirm#c0de"],
    ["has no code", "/confirm"],
  ])("when it %s, then the page shows the ways on", async (_case, address) => {
    server.use(on("post", "/api/auth/signup/confirm", () => refusal(410, "LINK_INVALID")));
    const { user } = open(address);
    if (address.includes("#")) {
      await user.click(await screen.findByRole("button", { name: "Open my account" }));
    }
    expect(await screen.findByRole("heading", { name: "This link does not work any more" })).toBeVisible();
    expect(screen.getByRole("link", { name: "Go to sign in" })).toHaveAttribute("href", "/sign-in");
    expect(screen.getByRole("link", { name: "Sign up again" })).toHaveAttribute("href", "/sign-up");
    expect(await violations()).toEqual([]);
  });

  test("when the address got an account meanwhile, then the page says what the server said", async () => {
    const detail = "There is an account for this address by now. Sign in to it.";
    server.use(on("post", "/api/auth/signup/confirm", () => refusal(409, "EMAIL_TAKEN", { detail })));
    const { user } = open("/confirm#c0de");
    await user.click(await screen.findByRole("button", { name: "Open my account" }));
    await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent(detail));
  });

  test("when the server cannot do it now, then the link is not given up", async () => {
    server.use(on("post", "/api/auth/signup/confirm", () => refusal(503, "UNAVAILABLE")));
    const { user } = open("/confirm#c0de");
    await user.click(await screen.findByRole("button", { name: "Open my account" }));
    await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent(/went wrong on our side/));
    expect(screen.getByRole("button", { name: "Open my account" })).toBeEnabled();
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
