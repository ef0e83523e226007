import { CircleCheck, CircleDashed, CircleDot, CircleSlash, type LucideIcon, Sparkle } from "lucide-react";
import { classNames } from "@/lib/class-names";
import { leadsCopy } from "../copy";
import type { LeadStage } from "../filters";

const looks: Record<LeadStage, { icon: LucideIcon; colour: string }> = {
  NEW: { icon: Sparkle, colour: "text-accent" },
  CONTACTED: { icon: CircleDashed, colour: "text-waiting" },
  QUALIFIED: { icon: CircleDot, colour: "text-receptionist" },
  WON: { icon: CircleCheck, colour: "text-live" },
  LOST: { icon: CircleSlash, colour: "text-muted" },
};

/** A stage as shape, word and colour. */
export function Stage({ stage }: { stage: LeadStage }) {
  const { icon: Icon, colour } = looks[stage];
  return (
    <span className={classNames("inline-flex items-center gap-2 font-semibold", colour)}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {leadsCopy.stages[stage]}
    </span>
  );
}
