import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { violations } from "../axe";
import { linkIn } from "../mailbox";
import { anAddress, signUp } from "../people";
import { dental, fillInPassword, inNewPage, launch, loaded, sandboxMissing, signIn } from "../stack";
import { nextStep, totp } from "../totp";

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async (context) => {
  const missing = await sandboxMissing();
  context.skip(missing !== undefined, missing);
});

function somebody(name: string) {
  return { email: anAddress(name), password: "a sentence of some length" };
}

async function open(page: Page, address: string, heading: string) {
  await page.goto(address);
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  await loaded(page);
}

describe("given somebody with an account", () => {
  test("when they forgot the password, then the mail gets them a new one, and the link works once", async () => {
    const person = somebody("ines");
    await inNewPage(browser, {}, (page) => signUp(page, person));
    await inNewPage(browser, {}, async (page) => {
      await page.goto("/sign-in");
      await page.getByRole("link", { name: "Forgot your password?" }).click();
      // Both pages ask for an address.
      await page.waitForURL("**/forgot-password*");
      await page.getByRole("button", { name: "Send link" }).waitFor();
      await page.getByLabel("Email").fill(person.email);
      await page.getByRole("button", { name: "Send link" }).click();
      await page.getByText(/^If there is an account/).waitFor();
      const link = await linkIn(person.email, "/reset-password");
      const password = "another sentence of length";
      await page.goto(link);
      await page.getByLabel("New password", { exact: true }).fill(password);
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: "Set password" }).click();
      await page.getByRole("link", { name: "Go to sign in" }).click();
      await fillInPassword(page, { ...person, password });
      await page.getByRole("navigation", { name: "Pages", exact: true }).waitFor();
      await page.goto("/settings");
      await page.goto(link);
      await page.getByLabel("New password", { exact: true }).fill("a third sentence of length");
      await page.getByRole("button", { name: "Set password" }).click();
      await page.getByRole("heading", { name: "This link does not work any more" }).waitFor();
    });
  });

  test("when they set two-step sign-in up, then the next sign-in asks for a code", {
    timeout: 150_000,
  }, async () => {
    const person = somebody("ines");
    const secret = await inNewPage(browser, {}, async (page) => {
      await signUp(page, person);
      await open(page, "/settings/security", "Security");
      await page.getByRole("button", { name: "Set up two-step sign-in" }).click();
      await page.getByLabel("Your password", { exact: true }).fill(person.password);
      await page.getByRole("button", { name: "Go on" }).click();
      await page.getByRole("img", { name: "QR code for the authenticator app" }).waitFor();
      expect(await violations(page)).toEqual([]);
      const shown = (await page.locator("code").first().textContent()) ?? "";
      await page.getByLabel("Code from the app").fill(totp(shown));
      await page.getByRole("button", { name: "Turn on" }).click();
      const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
      await codes.first().waitFor();
      expect(await codes.count()).toBeGreaterThan(5);
      await page.getByRole("button", { name: "I have kept them" }).click();
      await page.getByText("On", { exact: true }).waitFor();
      return shown;
    });
    // A code is good once, and the one of this half minute is spent.
    await nextStep();
    await inNewPage(browser, {}, async (page) => {
      await page.goto("/sign-in");
      await fillInPassword(page, person);
      const code = page.getByLabel("Code", { exact: true });
      await code.fill(totp(secret));
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("navigation", { name: "Pages", exact: true }).waitFor();
    });
  });
});

describe("given somebody who is invited", () => {
  test("when they have an account, then they join, switch there and back", async () => {
    const invited = somebody("joao");
    await inNewPage(browser, {}, (page) => signUp(page, invited, "Porto Dental"));
    await inNewPage(browser, {}, async (page) => {
      await signUp(page, somebody("ines"), "Harbor Law");
      await open(page, "/settings/team", "Team");
      await page.getByRole("button", { name: "Invite people" }).click();
      await page.getByLabel("Email addresses").fill(`Joao <${invited.email}>`);
      await page.getByLabel("Role").selectOption("MANAGER");
      await page.getByRole("button", { name: "Send invitation" }).click();
      await page.getByText(invited.email).waitFor();
      expect(await violations(page)).toEqual([]);
    });
    await inNewPage(browser, {}, async (page) => {
      await page.goto(await linkIn(invited.email, "/join"));
      await page.getByRole("heading", { level: 1, name: "Join Harbor Law" }).waitFor();
      await page.getByLabel("Password", { exact: true }).fill(invited.password);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("button", { name: "Join" }).click();
      const switcher = (name: string) =>
        page.getByRole("button", { name: `Organization ${name}: switch to another` });
      await switcher("Harbor Law").click();
      await page.getByRole("menuitemradio", { name: /Porto Dental/ }).click();
      await switcher("Porto Dental").waitFor();
      await page.reload();
      await switcher("Porto Dental").waitFor();
    });
  });

  test("when they are new, then a name and a password are enough, and an agent sees little of the settings", async () => {
    const email = anAddress("maria");
    await inNewPage(browser, {}, async (page) => {
      await signUp(page, somebody("ines"), "Harbor Law");
      await open(page, "/settings/team", "Team");
      await page.getByRole("button", { name: "Invite people" }).click();
      await page.getByLabel("Email addresses").fill(email);
      await page.getByRole("button", { name: "Send invitation" }).click();
      await page.getByText(email).waitFor();
    });
    await inNewPage(browser, {}, async (page) => {
      await page.goto(await linkIn(email, "/join"));
      await page.getByLabel("Your name").fill("Maria Lopes");
      await page.getByLabel("Password", { exact: true }).fill("a sentence of some length");
      await page.getByRole("button", { name: "Create account and join" }).click();
      await page.getByRole("navigation", { name: "Pages", exact: true }).waitFor();
      await open(page, "/settings", "Settings");
      const pages = page.getByRole("navigation", { name: "Settings pages" });
      expect(await pages.getByRole("link").allInnerTexts()).toEqual([
        "Profile",
        "Security",
        "Notifications",
        "Team",
      ]);
      await page.goto("/settings/api-keys");
      await page.getByRole("heading", { name: "You do not have access to api keys" }).waitFor();
    });
  });
});

describe("given an owner", () => {
  test("when they change the name of the business, then the audit log has it, with before and after", async () => {
    const person = somebody("ines");
    await inNewPage(browser, {}, async (page) => {
      await signUp(page, person, "Harbor Law");
      await open(page, "/settings/organization", "Organization");
      await page.getByLabel("Business name").fill("Harbor Law Partners");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByRole("banner").getByText("Harbor Law Partners").waitFor();
      await open(page, "/settings/audit-log?action=organization.updated", "Audit log");
      await page.locator("summary").first().click();
      await page.getByRole("cell", { name: "Harbor Law Partners" }).waitFor();
      expect(await violations(page)).toEqual([]);
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Export as CSV" }).click();
      expect((await download).suggestedFilename()).toBe("audit-log.csv");
    });
  });

  test("when the plan has keys, then one is shown once and can be revoked", async () => {
    await inNewPage(browser, {}, async (page) => {
      await signIn(page, dental, "/settings/api-keys");
      const name = anAddress("key");
      await page.getByRole("button", { name: "Create key" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Name", { exact: true }).fill(name);
      await dialog.getByLabel("See leads").check();
      await dialog.getByRole("button", { name: "Create key" }).click();
      expect(await page.getByLabel("API key", { exact: true }).inputValue()).toMatch(/^hxk_.{8}_.+/);
      await page.getByRole("button", { name: "I have kept it" }).click();
      const revoke = page.getByRole("button", { name: `Revoke ${name}` });
      await revoke.click();
      await page.getByRole("button", { name: "Revoke key" }).click();
      await revoke.waitFor({ state: "detached" });
    });
  });
});
