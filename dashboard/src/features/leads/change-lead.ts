import { useMutation, useQueryClient } from "@tanstack/react-query";
import { announce } from "@/lib/announce";
import type { Body } from "@/lib/api-paths";
import { hasCode, hasStatus, Unreachable } from "@/lib/problem";
import { useHttp } from "@/lib/session-context";
import { putNewer, showChange, takeBack } from "./cache";
import { leadsCopy } from "./copy";
import type { Lead, LeadStage } from "./filters";

type Owner = NonNullable<Lead["assignedTo"]> | null;

/** One change people make from the list. */
export type LeadChange = { field: "stage"; to: LeadStage } | { field: "owner"; to: Owner };

/** Somebody was faster: the lead is now `theirs`, and `wanted` was not saved. */
export class ChangeConflict extends Error {
  override readonly name = "ChangeConflict";

  constructor(
    readonly theirs: Lead,
    readonly wanted: LeadChange,
  ) {
    super("The lead was changed meanwhile.");
  }
}

/** Changes a lead at once on screen, and takes it back with a reason when the server does not agree. */
export function useChangeLead(lead: Lead) {
  const http = useHttp();
  const queries = useQueryClient();
  const path = { leadId: lead.id };

  return useMutation({
    mutationFn: async (change: LeadChange) => {
      try {
        const body = { version: lead.version, ...inApi(change) };
        return await http.patch("/api/leads/{leadId}", { path, body, idempotencyKey: crypto.randomUUID() });
      } catch (error) {
        if (!hasCode(error, "CONFLICT")) {
          throw error;
        }
        throw new ChangeConflict(await http.get("/api/leads/{leadId}", { path }), change);
      }
    },
    onMutate: async (change) => {
      // A list that is under way would put the old value back on the screen.
      await queries.cancelQueries({ queryKey: ["leads"] });
      showChange(queries, lead.id, onScreen(change));
      return { before: lead };
    },
    onSuccess: (saved, change) => {
      putNewer(queries, saved);
      announce(sayChange(saved, change));
    },
    onError: (error, _change, context) => {
      if (context !== undefined) {
        takeBack(queries, context.before);
      }
      if (error instanceof ChangeConflict) {
        putNewer(queries, error.theirs);
      }
    },
  });
}

function inApi(change: LeadChange): Partial<Body<"patch", "/api/leads/{leadId}">> {
  return change.field === "stage" ? { stage: change.to } : { assignedTo: change.to?.userId ?? null };
}

function onScreen(change: LeadChange): Partial<Lead> {
  return change.field === "stage" ? { stage: change.to } : { assignedTo: change.to };
}

function sayChange(lead: Lead, change: LeadChange): string {
  return change.field === "stage"
    ? leadsCopy.stageSaid(lead.name, sayValue(change))
    : leadsCopy.ownerSaid(lead.name, sayValue(change));
}

/** The value a change sets, in words. */
export function sayValue(change: LeadChange): string {
  return change.field === "stage"
    ? leadsCopy.stages[change.to]
    : (change.to?.name ?? leadsCopy.owners.nobody);
}

/** The value a lead has for what the change sets. */
export function currentValue(lead: Lead, change: LeadChange): LeadChange {
  return change.field === "stage"
    ? { field: "stage", to: lead.stage }
    : { field: "owner", to: lead.assignedTo ?? null };
}

/** Why a change was not saved, when it was not a conflict. */
export function sayRefusal(error: unknown): string {
  if (error instanceof Unreachable) {
    return leadsCopy.change.unreachable;
  }
  if (hasStatus(error, 404)) {
    return leadsCopy.change.gone;
  }
  return hasStatus(error, 403) ? leadsCopy.change.forbidden : leadsCopy.change.failed;
}
