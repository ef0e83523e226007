import { ws } from "msw";
import { setupServer } from "msw/node";
import { ok, on } from "./api";
import { aClosing, aMe, aSession } from "./builders";

/** The live link; a test tells open pages something with `tell`. */
export const live = ws.link("ws://localhost:3000/live");

let told = 0;

/** Sends a frame with the next number to every open page. */
export function tell(type: string, data: unknown) {
  told += 1;
  live.broadcast(JSON.stringify({ v: 1, seq: told, type, at: "2026-11-22T10:03:03Z", data }));
}

/** What the server answers a page that asks what it missed: that it must ask for everything anew. */
function resumed() {
  const data = { seq: told, complete: false };
  return JSON.stringify({ v: 1, type: "resumed", at: "2026-11-22T10:03:03Z", data });
}

/** The API as the tests know it: somebody is signed in and there are no leads and no calls. */
export const server = setupServer(
  on("post", "/api/auth/refresh", () => ok(aSession())),
  on("get", "/api/me", () => ok(aMe())),
  on("get", "/api/organization/closing", () => ok(aClosing())),
  on("get", "/api/leads", () => ok({ items: [], next: null })),
  on("get", "/api/calls", () => ok({ items: [], next: null })),
  on("post", "/api/live/tickets", () => ok({ ticket: "ticket", expiresAt: "2026-11-22T10:03:03Z" }, 201)),
  live.addEventListener("connection", ({ client }) => {
    client.addEventListener("message", () => client.send(resumed()));
  }),
);
