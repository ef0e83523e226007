import type { components } from "@/api/types";
import { z } from "@/lib/zod";

type Lead = components["schemas"]["Lead"];

const lead = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.optional(z.nullable(z.string())),
  email: z.optional(z.nullable(z.string())),
  company: z.optional(z.nullable(z.string())),
  need: z.optional(z.nullable(z.string())),
  stage: z.enum(["NEW", "CONTACTED", "QUALIFIED", "WON", "LOST"]),
  source: z.enum(["CALL", "MANUAL"]),
  callId: z.optional(z.nullable(z.string())),
  assignedTo: z.optional(z.nullable(z.object({ userId: z.string(), name: z.string() }))),
  createdAt: z.string(),
  updatedAt: z.string(),
  version: z.number(),
});

const frame = z.discriminatedUnion("type", [
  z.object({ v: z.literal(1), type: z.literal("lead.captured"), at: z.string(), data: lead }),
  z.object({ v: z.literal(1), type: z.literal("lead.updated"), at: z.string(), data: lead }),
  z.object({ v: z.literal(1), type: z.literal("pong"), at: z.string() }),
]);

export type PongFrame = { type: "pong" };
export type LeadFrame = { type: "lead.captured" | "lead.updated"; at: string; data: Lead };
export type Frame = LeadFrame | PongFrame;

/** The frame in a message; undefined for what this page does not know, which newer servers may send. */
export function readFrame(message: unknown): Frame | undefined {
  try {
    const parsed = frame.safeParse(JSON.parse(String(message)));
    return parsed.success ? (parsed.data as Frame) : undefined;
  } catch {
    return undefined;
  }
}
