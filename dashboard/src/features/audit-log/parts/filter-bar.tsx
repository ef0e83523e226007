import { useNavigate } from "@tanstack/react-router";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { readDay } from "@/lib/day";
import { Button } from "@/ui/button";
import { auditCopy } from "../copy";
import { sayAction } from "../difference";
import { type AuditFilters, actions, isFiltered, readAuditFilters } from "../filters";
import { useActors } from "../queries";

const { filters: words } = auditCopy;

const field = "h-9 rounded-control border border-edge bg-surface px-2 text-ink pointer-coarse:h-11";

/** The filters of the log. They live in the address, so a filtered log can be kept, shared and gone back to. */
export function FilterBar({ filters }: { filters: AuditFilters }) {
  const navigate = useNavigate({ from: "/settings/audit-log" });
  const actors = useActors().data ?? [];
  const choose = (change: { [K in keyof AuditFilters]: unknown }) =>
    void navigate({
      to: "/settings/audit-log",
      search: readAuditFilters({ ...filters, ...change }),
      resetScroll: false,
    });
  return (
    <section aria-label={words.region} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Choice label={words.actor} value={filters.actor} onChoose={(actor) => choose({ actor })}>
        <option value="">{words.anyActor}</option>
        {actors.map(({ userId, name }) => (
          <option key={userId} value={userId}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice label={words.action} value={filters.action} onChoose={(action) => choose({ action })}>
        <option value="">{words.anyAction}</option>
        {offered(filters.action).map((action) => (
          <option key={action} value={action}>
            {sayAction(action)}
          </option>
        ))}
      </Choice>
      <DayField label={words.from} day={filters.from} onChoose={(from) => choose({ from })} />
      <DayField label={words.to} day={filters.to} onChoose={(to) => choose({ to })} />
      {filters.target && (
        <Button look="activeFilter" onClick={() => choose({ target: undefined })}>
          {words.oneTarget}
          <X aria-hidden className="size-4" />
        </Button>
      )}
      {isFiltered(filters) && <ClearFilters />}
    </section>
  );
}

/** The known actions, and the one that is chosen even when it is not known here. */
function offered(chosen: string | undefined): readonly string[] {
  return chosen === undefined || actions.some((action) => action === chosen) ? actions : [chosen, ...actions];
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  onChoose: (value: string) => void;
  children: ReactNode;
}

function Choice({ label, value, onChoose, children }: ChoiceProps) {
  return (
    <label className="inline-flex items-center gap-2">
      {label}
      <select
        value={value ?? ""}
        onChange={({ target }) => onChoose(target.value)}
        className={`max-w-48 ${field}`}
      >
        {children}
      </select>
    </label>
  );
}

interface DayFieldProps {
  label: string;
  day: string | undefined;
  onChoose: (day: string | undefined) => void;
}

function DayField({ label, day, onChoose }: DayFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  // The address is the state, but what is still being typed is no day yet and stays as it is.
  useEffect(() => {
    if (input.current !== null && input.current.value !== (day ?? "")) {
      input.current.value = day ?? "";
    }
  }, [day]);

  function change({ value, validity }: HTMLInputElement) {
    const chosen = readDay(value);
    if (chosen !== undefined || (value === "" && !validity.badInput)) {
      onChoose(chosen);
    }
  }

  return (
    <span className="inline-flex items-center gap-2">
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        type="date"
        defaultValue={day}
        onChange={({ target }) => change(target)}
        className={field}
      />
    </span>
  );
}

export function ClearFilters() {
  const navigate = useNavigate({ from: "/settings/audit-log" });
  return (
    <Button
      look="quiet"
      size="small"
      onClick={() => void navigate({ to: "/settings/audit-log", search: {}, resetScroll: false })}
    >
      <X aria-hidden className="size-4" />
      {words.clear}
    </Button>
  );
}
