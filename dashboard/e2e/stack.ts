import path from "node:path";
import { type Browser, type BrowserContext, chromium, type Page, request } from "playwright-core";
import type { components } from "@/api/types";

export type Lead = components["schemas"]["Lead"];
export type Call = components["schemas"]["Call"];
type Session = components["responses"]["Session"]["content"]["application/json"];

/** The two organizations of the demo data, each with the person who owns it. */
export const dental = {
  email: "owner@brightdental.example",
  organization: "Bright Dental",
  number: "+14155550100",
};
export const plumbing = { email: "owner@rapidplumbing.example", organization: "Rapid Plumbing" };
const PASSWORD = "demo-password-2026";

export const baseURL = process.env.HEKAX_BASE_URL ?? "";
/** Where callers of the sandbox are; beside the product unless somebody says otherwise. */
export const sandboxURL = process.env.HEKAX_SANDBOX_URL ?? besideProduct(8090);

function besideProduct(port: number): string {
  const url = new URL(baseURL);
  url.port = String(port);
  return url.origin;
}

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.HEKAX_CHROMIUM ?? "chromium",
    // Containers give Chromium neither a sandbox nor enough shared memory.
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
}

export interface Look {
  width?: number;
  theme?: "light" | "dark";
}

/** A browser of its own, as a second person on a second machine would have; a page error fails the flow. */
export async function openContext(browser: Browser, { width = 1440, theme = "light" }: Look = {}) {
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height: 900 },
    colorScheme: theme,
    locale: "en-US",
    reducedMotion: "reduce",
    hasTouch: width < 768,
  });
  context.setDefaultTimeout(15_000);
  const errors: Error[] = [];
  context.on("weberror", (error) => errors.push(error.error()));
  return { context, errors };
}

export interface Person {
  email: string;
  /** That of the demo data when it is not said. */
  password?: string;
}

/** Fills in the sign-in page; what comes after it may be a second step. */
export async function fillInPassword(page: Page, { email, password = PASSWORD }: Person) {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Signs in by hand, from whatever page the person wanted. */
export async function signIn(page: Page, person: Person, wanted = "/leads") {
  await page.goto(wanted);
  await fillInPassword(page, person);
  await page.getByRole("navigation", { name: "Pages", exact: true }).waitFor();
  await loaded(page);
}

/** Waits until nothing on the page is on its way any more. */
export async function loaded(page: Page) {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
}

export async function listLoaded(page: Page) {
  await loaded(page);
  await page.getByRole("region", { name: "Leads", exact: true }).waitFor();
}

/** Why nobody can ring, or undefined when somebody can. */
export async function sandboxMissing(): Promise<string | undefined> {
  try {
    await fetch(`${sandboxURL}/twilio/calls`);
    return undefined;
  } catch {
    return `no sandbox at ${sandboxURL}`;
  }
}

interface PlacedCall {
  from: string;
  to: string;
  /** What the caller says and does; without one the call is over at once. */
  script?: string;
}

/** Has a caller of the sandbox ring a number. */
export async function placeCall(call: PlacedCall) {
  const answer = await fetch(`${sandboxURL}/twilio/calls`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(call),
  });
  if (!answer.ok) {
    throw new Error(`The sandbox answered ${answer.status}: ${await answer.text()}`);
  }
}

/** A caller's number that hardly any other run has used, and how people read it. */
export function someCaller() {
  const line = String(Math.floor(Math.random() * 9_000) + 1_000);
  return { e164: `+1628555${line}`, shown: `(628) 555-${line}` };
}

/** The API as a machine sees it: a session of its own, no page. */
export async function apiOf(person: { email: string }) {
  const api = await request.newContext({ baseURL });
  const opened = await api.post("/api/auth/login", { data: { email: person.email, password: PASSWORD } });
  const { accessToken } = (await opened.json()) as Session;
  const headers = { Authorization: `Bearer ${accessToken}` };
  return {
    async createLead(data: { name: string; need?: string }): Promise<Lead> {
      const idempotency = { "Idempotency-Key": crypto.randomUUID() };
      const answer = await api.post("/api/leads", { data, headers: { ...headers, ...idempotency } });
      return (await readOk(answer)) as Lead;
    },
    async updateLead(lead: Lead, change: { stage: Lead["stage"] }): Promise<Lead> {
      const data = { version: lead.version, ...change };
      return (await readOk(await api.patch(`/api/leads/${lead.id}`, { data, headers }))) as Lead;
    },
    /** The newest calls of one caller. */
    async callsFrom(caller: string): Promise<Call[]> {
      const answer = await api.get("/api/calls", { params: { caller }, headers });
      return ((await readOk(answer)) as { items: Call[] }).items;
    },
    close: () => api.dispose(),
  };
}

async function readOk(answer: {
  ok(): boolean;
  status(): number;
  json(): Promise<unknown>;
  text(): Promise<string>;
}) {
  if (!answer.ok()) {
    throw new Error(`The API answered ${answer.status()}: ${await answer.text()}`);
  }
  return answer.json();
}

/** A name no other run has used. */
export function unique(name: string): string {
  return `${name} ${crypto.randomUUID().slice(0, 8)}`;
}

export async function shoot(page: Page, name: string) {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(import.meta.dirname, "shots", `${name}.png`) });
}

export async function inNewPage<T>(
  browser: Browser,
  look: Look,
  work: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const { context, errors } = await openContext(browser, look);
  try {
    const result = await work(await context.newPage(), context);
    if (errors.length > 0) {
      throw new AggregateError(errors, "The page threw.");
    }
    return result;
  } finally {
    await context.close();
  }
}
