import { screen } from "@testing-library/react";
import type { components } from "@/api/types";
import { ok, on } from "./api";
import { server } from "./server";

type Lead = components["schemas"]["Lead"];

/** The organization has exactly these leads. */
export function givenLeads(...leads: Lead[]) {
  server.use(on("get", "/api/leads", () => ok({ items: leads, next: null })));
}

/** Names in the order of the list. */
export function listedNames(): string[] {
  return screen.getAllByRole("rowheader").map((cell) => cell.querySelector("span")?.textContent ?? "");
}
