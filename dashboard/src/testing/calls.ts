import type { components } from "@/api/types";
import { ok, on, refusal } from "./api";
import { live, server, tell } from "./server";

type Call = components["schemas"]["Call"];
type CallMessage = components["schemas"]["CallMessage"];
type CallTurn = components["schemas"]["CallTurn"];
type CallEvent = components["schemas"]["CallEvent"];

/** The organization has exactly these calls. */
export function givenCalls(...calls: Call[]) {
  server.use(
    on("get", "/api/calls", ({ query }) => {
      const items = query.has("live") ? calls.filter((call) => call.stage !== "ENDED") : calls;
      return ok({ items, next: null });
    }),
  );
}

interface Inside {
  messages?: CallMessage[];
  turns?: CallTurn[];
  events?: CallEvent[];
}

/** There is this one call, with what belongs to it. */
export function givenCall(call: Call, { messages = [], turns = [], events = [] }: Inside = {}) {
  server.use(
    on("get", "/api/calls/{callId}", ({ path }) =>
      path.callId === call.id ? ok({ ...call, messages }) : refusal(404, "NOT_FOUND"),
    ),
    on("get", "/api/calls/{callId}/turns", () => ok({ items: turns, next: null })),
    on("get", "/api/calls/{callId}/events", () => ok({ items: events, next: null })),
    on("get", "/api/crm/links", () => ok({ items: [], next: null })),
  );
}

/** Tells every open page what became of a call. */
export function sendCall(call: Call) {
  tell("call.updated", call);
}

/** Resolves once the page has its live link; to be asked for before it is opened. */
export function liveLink(): Promise<URL> {
  return new Promise((resolve) => {
    server.use(live.addEventListener("connection", ({ client }) => resolve(client.url)));
  });
}
