import type { Page } from "playwright-core";
import { linkIn } from "./mailbox";
import { loaded, type Person, unique } from "./stack";

/** An address that no other run has used. */
export function anAddress(name: string): string {
  return `${unique(name).replace(" ", ".")}@example.com`;
}

/** Signs up and confirms by the link in the mail; ends on the home page of a new organization. */
export async function signUp(page: Page, person: Required<Person>, organization = "Harbor Law") {
  await page.goto("/sign-up");
  await page.getByLabel("Business name").fill(organization);
  await page.getByLabel("Your name").fill("Ines Duarte");
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("heading", { level: 1, name: "Look into your mail" }).waitFor();
  await page.goto(await linkIn(person.email, "/confirm"));
  await page.getByRole("button", { name: "Open my account" }).click();
  await page.getByRole("navigation", { name: "Pages", exact: true }).waitFor();
  await loaded(page);
}
