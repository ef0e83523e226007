import type { components } from "@/api/types";
import { z } from "@/lib/zod";

type Lead = components["schemas"]["Lead"];
type Call = components["schemas"]["Call"];

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

const call = z.object({
  id: z.string(),
  direction: z.optional(z.nullable(z.enum(["INBOUND", "OUTBOUND"]))),
  from: z.optional(z.nullable(z.string())),
  to: z.optional(z.nullable(z.string())),
  status: z.enum(["RINGING", "IN_PROGRESS", "CANCELED", "FAILED", "NO_ANSWER", "BUSY", "COMPLETED"]),
  stage: z.enum(["RINGING", "ASSISTANT", "TRANSFERRING", "PERSON", "VOICEMAIL", "ENDED"]),
  stageSince: z.string(),
  stagePerson: z.optional(z.nullable(z.string())),
  startedAt: z.string(),
  endedAt: z.optional(z.nullable(z.string())),
  talkSeconds: z.number(),
  outcome: z.optional(
    z.nullable(
      z.enum(["MISSED", "ANSWERED", "VOICEMAIL_LEFT", "MESSAGE_TAKEN", "LEAD_CAPTURED", "TRANSFERRED"]),
    ),
  ),
  leadId: z.optional(z.nullable(z.string())),
  transferredTo: z.optional(z.nullable(z.string())),
  assistantSeconds: z.number(),
  version: z.number(),
});

/** What every frame has, also one of a type that only newer pages know: its number counts. */
const envelope = z.object({ v: z.literal(1), seq: z.int(), type: z.string() });

const frame = z.discriminatedUnion("type", [
  z.object({ seq: z.int(), type: z.literal("lead.captured"), at: z.string(), data: lead }),
  z.object({ seq: z.int(), type: z.literal("lead.updated"), at: z.string(), data: lead }),
  z.object({ seq: z.int(), type: z.literal("call.updated"), at: z.string(), data: call }),
]);

const resumed = z.object({
  v: z.literal(1),
  type: z.literal("resumed"),
  data: z.object({ seq: z.int(), complete: z.boolean() }),
});

export type LeadFrame = { type: "lead.captured" | "lead.updated"; seq: number; at: string; data: Lead };
/** A call as it is now; older than what the page knows when its version is. */
export type CallFrame = { type: "call.updated"; seq: number; at: string; data: Call };
export type Frame = LeadFrame | CallFrame;

/**
 * A message of the server: a frame, whose content is undefined when this page does not know it, or the end of what
 * was missed, with the number to go on from.
 */
export type Message =
  | { kind: "frame"; seq: number; frame: Frame | undefined }
  | { kind: "resumed"; seq: number; complete: boolean };

/** What a message says; undefined for what this page does not know, which newer servers may send. */
export function readMessage(message: unknown): Message | undefined {
  const json = parse(message);
  const answer = resumed.safeParse(json);
  if (answer.success) {
    return { kind: "resumed", ...answer.data.data };
  }
  const numbered = envelope.safeParse(json);
  if (!numbered.success) {
    return undefined;
  }
  const known = frame.safeParse(json);
  return {
    kind: "frame",
    seq: numbered.data.seq,
    frame: known.success ? (known.data as Frame) : undefined,
  };
}

function parse(message: unknown): unknown {
  try {
    return JSON.parse(String(message));
  } catch {
    return undefined;
  }
}
