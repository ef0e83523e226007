import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "../axe";
import { apiOf, dental, inNewPage, launch, listLoaded, plumbing, signIn, unique } from "../stack";

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

function rowOf(page: Page, name: string) {
  return page.getByRole("rowgroup").filter({ hasText: name });
}

describe("given two organizations, each with its leads page open", () => {
  test("when a lead comes in at one, then it appears there without a reload and never at the other", async () => {
    await inNewPage(browser, {}, async (dentalPage) => {
      await inNewPage(browser, {}, async (plumbingPage) => {
        await signIn(dentalPage, dental);
        await signIn(plumbingPage, plumbing);
        const dentalApi = await apiOf(dental);
        const plumbingApi = await apiOf(plumbing);

        const theirs = unique("Maria Lopez");
        await dentalApi.createLead({ name: theirs, need: "Chipped tooth, wants this week" });
        await rowOf(dentalPage, theirs).waitFor();

        // Frames arrive in order: once the later lead is here, the earlier one would have been.
        const ours = unique("Burst pipe");
        await plumbingApi.createLead({ name: ours });
        await rowOf(plumbingPage, ours).waitFor();
        expect(await plumbingPage.getByText(theirs).count()).toBe(0);

        await plumbingPage.reload();
        await listLoaded(plumbingPage);
        expect(await plumbingPage.getByText(theirs).count()).toBe(0);
        await dentalApi.close();
        await plumbingApi.close();
      });
    });
  });
});

describe("given two tabs of one person", () => {
  test("then one socket serves both, and when its tab is closed the other takes over", async () => {
    await inNewPage(browser, {}, async (first, context) => {
      const sockets: string[] = [];
      first.on("websocket", () => sockets.push("first"));
      await signIn(first, dental);
      const second = await context.newPage();
      second.on("websocket", () => sockets.push("second"));
      await second.goto("/leads");
      await listLoaded(second);

      const api = await apiOf(dental);
      const early = unique("Grace Chen");
      await api.createLead({ name: early });
      await Promise.all([rowOf(first, early).waitFor(), rowOf(second, early).waitFor()]);
      expect(sockets).toEqual(["first"]);

      const takenOver = second.waitForEvent("websocket");
      await first.close();
      await takenOver;
      const late = unique("Omar Haddad");
      await api.createLead({ name: late });
      await rowOf(second, late).waitFor();
      await api.close();
    });
  });
});

describe("given the leads page of one organization", () => {
  test("when the list is filtered, then a new lead waits behind a pill until it is wanted", async () => {
    await inNewPage(browser, {}, async (page) => {
      await signIn(page, dental, "/leads?stage=NEW");
      const api = await apiOf(dental);
      const name = unique("Tom Becker");
      await api.createLead({ name });

      const pill = page.getByRole("button", { name: "1 new lead" });
      await pill.waitFor();
      expect(await page.getByText(name).count()).toBe(1);
      await pill.click();
      await rowOf(page, name).waitFor();
      await api.close();
    });
  });

  test("when a lead is added by hand and its stage changed, then both survive a reload", async () => {
    await inNewPage(browser, {}, async (page) => {
      await signIn(page, dental);
      const name = unique("Priya Shah");
      await page.getByRole("button", { name: "New lead" }).click();
      const dialog = page.getByRole("dialog", { name: "New lead" });
      await dialog.getByLabel("Name").fill(name);
      await dialog.getByLabel("Phone").fill("(415) 555-0132");
      expect(await violations(page)).toEqual([]);
      await dialog.getByRole("button", { name: "Add lead" }).click();
      await dialog.waitFor({ state: "detached" });

      await page.getByRole("button", { name: `Stage of ${name}: New` }).click();
      await page.getByRole("menuitemradio", { name: "Qualified" }).click();
      await page.getByRole("button", { name: `Stage of ${name}: Qualified` }).waitFor();
      await page.getByText(`${name} is now Qualified`).waitFor({ state: "attached" });

      await page.reload();
      await listLoaded(page);
      await page.getByRole("button", { name: `Stage of ${name}: Qualified` }).waitFor();
      expect(await rowOf(page, name).textContent()).toContain("(415) 555-0132");
    });
  });

  test("when somebody else was faster, then both values are offered", async () => {
    await inNewPage(browser, {}, async (page) => {
      await signIn(page, dental);
      const api = await apiOf(dental);
      const lead = await api.createLead({ name: unique("Aisha Khan") });
      await page.getByRole("button", { name: `Stage of ${lead.name}: New` }).waitFor();
      // The page's own change is held back until the other one is saved.
      let beaten = false;
      await page.route(`**/api/leads/${lead.id}`, async (route) => {
        if (route.request().method() === "PATCH" && !beaten) {
          beaten = true;
          await api.updateLead(lead, { stage: "CONTACTED" });
        }
        await route.continue();
      });

      await page.getByRole("button", { name: `Stage of ${lead.name}: New` }).click();
      await page.getByRole("menuitemradio", { name: "Won" }).click();
      await page.getByRole("button", { name: "Keep Contacted" }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: "Change to Won" }).click();
      await page.getByRole("button", { name: `Stage of ${lead.name}: Won` }).waitFor();
      await page.getByRole("button", { name: "Keep Contacted" }).waitFor({ state: "detached" });
      await api.close();
    });
  });
});
