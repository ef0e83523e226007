import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "../axe";
import {
  dental,
  inNewPage,
  launch,
  loaded,
  placeCall,
  plumbing,
  sandboxMissing,
  shoot,
  signIn,
  someCaller,
} from "../stack";

/** From the ringing to what people see, with all that lies between. */
const SEEN_WITHIN_MS = 2_000;
/** The longest that the script's caller talks. */
const CALL_MS = 120_000;

let browser: Browser;
let missing: string | undefined;

beforeAll(async () => {
  browser = await launch();
  missing = await sandboxMissing();
});
afterAll(() => browser.close());

const strip = (page: Page) => page.getByRole("region", { name: "Calls going on" });

describe("given the owner with the home page open", () => {
  test("when somebody rings, then the call is seen from its ringing to its lead, and can be read afterwards", {
    timeout: CALL_MS + 60_000,
  }, async (context) => {
    context.skip(missing !== undefined, missing);
    const caller = someCaller();
    await inNewPage(browser, {}, async (page) => {
      await inNewPage(browser, {}, async (others) => {
        await signIn(page, dental, "/");
        await signIn(others, plumbing, "/calls");

        const rung = Date.now();
        await placeCall({ from: caller.e164, to: dental.number, script: "new-lead" });
        await strip(page).getByText(caller.shown).waitFor();
        expect(Date.now() - rung).toBeLessThan(SEEN_WITHIN_MS);
        await strip(page).getByText("Receptionist", { exact: true }).waitFor();
        await page.getByText("1 call going on").waitFor({ state: "attached" });
        expect(await violations(page)).toEqual([]);
        await shoot(page, "live-light-1440");

        // Once the call is a lead, the strip has the caller's name for the number.
        const link = strip(page).getByRole("link").first();
        const address = (await link.getAttribute("href")) ?? "";
        await strip(page).getByText(caller.shown).waitFor({ state: "detached", timeout: CALL_MS });
        const name = (await link.locator("span.truncate").last().textContent()) ?? "";
        await strip(page).getByText("Ended · Lead captured").waitFor({ timeout: CALL_MS });
        await strip(page).waitFor({ state: "detached" });
        await page.getByRole("list", { name: "Leads, newest first" }).getByText(name).first().waitFor();

        await page.getByRole("list", { name: "Calls, newest first" }).getByText(name).first().click();
        await page.getByRole("heading", { level: 1, name }).waitFor();
        await loaded(page);
        expect(new URL(page.url()).pathname).toBe(address);
        const turns = page.getByRole("list", { name: "Transcript" }).getByRole("listitem");
        expect(await turns.count()).toBeGreaterThan(4);
        const events = page.getByRole("list", { name: "What happened" });
        await events.getByText("Receptionist answered").waitFor();
        await events.getByText(`Lead captured: ${name}`).waitFor();
        await events.getByText("Call ended").waitFor();
        expect(await violations(page)).toEqual([]);
        await shoot(page, "call-read-light-1440");

        await page.getByRole("link", { name: "See it among your leads" }).click();
        await page.locator("[aria-current=true]").getByText(name).waitFor();

        // The other business saw nothing of it, then or later.
        expect(await others.getByText(caller.shown).count()).toBe(0);
        expect(await strip(others).count()).toBe(0);
        await others.goto(address);
        await others.getByRole("heading", { name: "There is no such call" }).waitFor();
      });
    });
  });
});

describe("given a call that goes on", () => {
  test("when its page is open, then what is said appears there, also on a phone", {
    timeout: CALL_MS + 60_000,
  }, async (context) => {
    context.skip(missing !== undefined, missing);
    const caller = someCaller();
    await inNewPage(browser, { width: 390, theme: "dark" }, async (page) => {
      await signIn(page, dental, "/calls");
      await placeCall({ from: caller.e164, to: dental.number, script: "new-lead" });
      await strip(page).getByText(caller.shown).click();
      await page.getByRole("heading", { level: 1, name: caller.shown }).waitFor();
      await page.getByText("Going on now").waitFor();
      const turns = page.getByRole("list", { name: "Transcript" }).getByRole("listitem");
      await turns.nth(1).waitFor({ timeout: 30_000 });
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await shoot(page, "call-live-dark-390");
      await page.getByText("Going on now").waitFor({ state: "detached", timeout: CALL_MS });
      await page.getByRole("region", { name: "Lead made" }).waitFor();
    });
  });
});
