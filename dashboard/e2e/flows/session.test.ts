import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "../axe";
import { anAddress, signUp } from "../people";
import { dental, inNewPage, launch, listLoaded, sandboxMissing, shoot, signIn } from "../stack";

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe("given somebody who is signed out", () => {
  test("when they open a filtered list and sign in, then they land on that list", async () => {
    await inNewPage(browser, {}, async (page) => {
      await signIn(page, dental, "/leads?stage=WON");
      expect(new URL(page.url()).search).toBe("?stage=WON");
    });
  });

  test("when the password is wrong, then the page says so and keeps the email", async () => {
    await inNewPage(browser, {}, async (page) => {
      await page.goto("/sign-in");
      await page.getByLabel("Email").fill(dental.email);
      await page.getByLabel("Password", { exact: true }).fill("not-the-password");
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByText("The email or password is not right").waitFor();
      expect(await page.getByLabel("Email").inputValue()).toBe(dental.email);
      expect(await violations(page)).toEqual([]);
    });
  });

  test("when they create an account, then an empty leads page explains itself", async (context) => {
    const missing = await sandboxMissing();
    context.skip(missing !== undefined, missing);
    await inNewPage(browser, {}, async (page) => {
      await signUp(page, { email: anAddress("ines"), password: "a sentence of some length" });
      await page.goto("/leads");
      await page.getByRole("heading", { name: "Your leads will appear here" }).waitFor();
      expect(await violations(page)).toEqual([]);
      await shoot(page, "leads-empty-light-1440");
    });
  });
});

describe("given somebody with two tabs open", () => {
  test("when both reload at once, then both stay signed in", async () => {
    await inNewPage(browser, {}, async (first, context) => {
      await signIn(first, dental);
      const second = await context.newPage();
      await second.goto("/leads");
      await listLoaded(second);
      // Each reload spends the refresh token; spending one twice would end the session.
      for (let round = 0; round < 3; round++) {
        await Promise.all([first.reload(), second.reload()]);
        await Promise.all([listLoaded(first), listLoaded(second)]);
      }
    });
  });

  test("when they sign out in one, then the other is signed out as well", async () => {
    await inNewPage(browser, {}, async (first, context) => {
      await signIn(first, dental);
      const second = await context.newPage();
      await second.goto("/leads");
      await listLoaded(second);
      await first.getByRole("button", { name: /^Account of/ }).click();
      await first.getByRole("menuitem", { name: "Sign out" }).click();
      for (const page of [first, second]) {
        await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
      }
      await second.reload();
      await second.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
    });
  });
});
