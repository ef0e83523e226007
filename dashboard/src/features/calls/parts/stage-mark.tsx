import {
  Bot,
  CircleCheck,
  type LucideIcon,
  MessageSquareText,
  PhoneForwarded,
  PhoneIncoming,
  PhoneMissed,
  Sparkle,
  UserRound,
  Voicemail,
} from "lucide-react";
import { classNames } from "@/lib/class-names";
import { callsCopy } from "../copy";
import { type Call, type CallOutcome, type CallStage, isLive } from "../filters";

interface Look {
  icon: LucideIcon;
  colour: string;
}

const stageLooks: Record<CallStage, Look> = {
  RINGING: { icon: PhoneIncoming, colour: "text-waiting" },
  ASSISTANT: { icon: Bot, colour: "text-receptionist" },
  TRANSFERRING: { icon: PhoneForwarded, colour: "text-waiting" },
  PERSON: { icon: UserRound, colour: "text-live" },
  VOICEMAIL: { icon: Voicemail, colour: "text-accent" },
  ENDED: { icon: CircleCheck, colour: "text-muted" },
};

const outcomeLooks: Record<CallOutcome, Look> = {
  MISSED: { icon: PhoneMissed, colour: "text-danger" },
  ANSWERED: { icon: CircleCheck, colour: "text-live" },
  VOICEMAIL_LEFT: { icon: Voicemail, colour: "text-accent" },
  MESSAGE_TAKEN: { icon: MessageSquareText, colour: "text-accent" },
  LEAD_CAPTURED: { icon: Sparkle, colour: "text-receptionist" },
  TRANSFERRED: { icon: PhoneForwarded, colour: "text-live" },
};

/** Where a call stands, or what it led to, as shape, word and colour. */
export function CallMark({ call }: { call: Call }) {
  const { icon: Icon, colour } = lookOf(call);
  return (
    <span className={classNames("inline-flex min-w-0 items-center gap-2 font-semibold", colour)}>
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="truncate">{isLive(call) ? sayStage(call) : callsCopy.outcomeOf(call)}</span>
    </span>
  );
}

/** The same in the strip, where a call that ended says so before it is gone. */
export function StripMark({ call }: { call: Call }) {
  const { icon: Icon, colour } = stageLooks[call.stage];
  return (
    <span className={classNames("inline-flex min-w-0 items-center gap-2 font-semibold", colour)}>
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="truncate">{sayStage(call)}</span>
    </span>
  );
}

export function sayStage(call: Call): string {
  return isLive(call)
    ? callsCopy.stages[call.stage](call.stagePerson ?? undefined)
    : callsCopy.ended(callsCopy.outcomeOf(call));
}

function lookOf(call: Call): Look {
  return isLive(call) ? stageLooks[call.stage] : outcomeLooks[call.outcome ?? "MISSED"];
}
