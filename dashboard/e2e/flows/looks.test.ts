import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "../axe";
import { dental, inNewPage, type Look, launch, shoot, signIn } from "../stack";

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const looks: Array<Required<Look>> = [1440, 1024, 390, 320].flatMap((width) => [
  { width, theme: "light" as const },
  { width, theme: "dark" as const },
]);

async function expectSound(page: Page, name: string, { width, theme }: Required<Look>) {
  await shoot(page, `${name}-${theme}-${width}`);
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}

describe.each(looks)("at $width px, $theme", (look) => {
  test("the signed-out pages have no axe violation and do not scroll sideways", async () => {
    await inNewPage(browser, look, async (page) => {
      for (const name of ["sign-in", "sign-up"]) {
        await page.goto(`/${name}`);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await expectSound(page, name, look);
      }
    });
  });

  test("the leads page, its menus and its dialog have no axe violation and do not scroll sideways", async () => {
    await inNewPage(browser, look, async (page) => {
      await signIn(page, dental);
      await expectSound(page, "leads", look);
      await page
        .getByRole("button", { name: /^Stage of/ })
        .first()
        .click();
      await page.getByRole("menu").waitFor();
      await expectSound(page, "leads-menu", look);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "New lead" }).click();
      await page.getByRole("dialog").waitFor();
      await expectSound(page, "new-lead", look);
    });
  });
});
