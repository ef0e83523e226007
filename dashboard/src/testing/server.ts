import { ws } from "msw";
import { setupServer } from "msw/node";
import { ok, on } from "./api";
import { aMe, aSession } from "./builders";

/** The live link; a test sends frames with `broadcast`. */
export const live = ws.link("ws://localhost:3000/live");

/** The API as the tests know it: somebody is signed in and there are no leads. */
export const server = setupServer(
  on("post", "/api/auth/refresh", () => ok(aSession())),
  on("get", "/api/me", () => ok(aMe())),
  on("get", "/api/leads", () => ok({ items: [], next: null })),
  on("post", "/api/live/tickets", () => ok({ ticket: "ticket", expiresAt: "2026-11-22T10:03:03Z" }, 201)),
  live.addEventListener("connection", () => undefined),
);
