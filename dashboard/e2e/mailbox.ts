import { expect } from "vitest";
import { sandboxURL } from "./stack";

interface Message {
  to: string[];
  subject: string;
  text: string;
}

/** What the sandbox has for an address, newest first. */
async function mailTo(address: string): Promise<Message[]> {
  const answer = await fetch(`${sandboxURL}/mail`, { headers: { Accept: "application/json" } });
  return ((await answer.json()) as Message[]).filter(({ to }) => to.includes(address));
}

/** The newest link to one of our pages in the mail of an address, as path and fragment; waits until it is there. */
export async function linkIn(address: string, page: string): Promise<string> {
  const link = new RegExp(`https?://[^/\\s]+(${page}#[^\\s<>"]+)`);
  const find = async () => (await mailTo(address)).flatMap(({ text }) => text.match(link)?.[1] ?? [])[0];
  await expect.poll(find, { timeout: 30_000 }).toBeDefined();
  return (await find()) ?? "";
}
