import { Check, ChevronDown, LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { useOnline } from "@/lib/online";
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from "@/ui/menu";
import { leadsCopy } from "../copy";

interface CellMenuProps<T extends string> {
  /** What changes, of which lead, and its value now. */
  label: string;
  value: T;
  choices: ReadonlyArray<{ value: T; shown: ReactNode }>;
  onChoose: (value: T) => void;
  saving: boolean;
  saved: boolean;
  /** The lead is being saved, by this menu or its neighbour. */
  locked: boolean;
  /** The current value, as the cell shows it. */
  children: ReactNode;
}

/** A value in the list that is changed right where it stands; progress and success show in its place. */
export function CellMenu<T extends string>(props: CellMenuProps<T>) {
  const { label, value, choices, onChoose, saving, saved, locked, children } = props;
  const online = useOnline();
  return (
    <Menu>
      <MenuTrigger
        aria-label={label}
        aria-busy={saving || undefined}
        disabled={locked || !online}
        title={online ? undefined : leadsCopy.offlineReason}
        className="group -ml-2 inline-flex h-8 max-w-full items-center gap-1.5 rounded-control px-2 hover:bg-sunken disabled:cursor-not-allowed data-[state=open]:bg-sunken pointer-coarse:h-11"
      >
        {children}
        <Progress saving={saving} saved={saved} />
      </MenuTrigger>
      <MenuContent align="start">
        <MenuRadioGroup
          value={value}
          onValueChange={(chosen) => chosen !== value && onChoose(chosen as T)}
          aria-label={label}
        >
          {choices.map((choice) => (
            <MenuRadioItem key={choice.value} value={choice.value}>
              {choice.shown}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}

function Progress({ saving, saved }: { saving: boolean; saved: boolean }) {
  if (saving) {
    return <LoaderCircle aria-hidden className="size-3.5 shrink-0 animate-spin text-muted" />;
  }
  return (
    <span aria-hidden className="relative inline-flex size-3.5 shrink-0 text-muted">
      <ChevronDown className="size-3.5 opacity-70 group-hover:opacity-100" />
      {saved && <Check className="absolute inset-0 size-3.5 animate-tick bg-surface text-live" />}
    </span>
  );
}
