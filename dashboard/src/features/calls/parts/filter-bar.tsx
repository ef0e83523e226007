import { useNavigate } from "@tanstack/react-router";
import { ChevronDown, Search, SlidersHorizontal, X } from "lucide-react";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { readDay } from "@/lib/day";
import { useMe } from "@/lib/me-context";
import { NARROW, useMedia } from "@/lib/media";
import { showPhoneNumber } from "@/lib/phone-number";
import { Button, buttonLook } from "@/ui/button";
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from "@/ui/menu";
import { callsCopy } from "../copy";
import { type CallFilters, directions, isFiltered, outcomes, readCallFilters } from "../filters";

const { filters: words } = callsCopy;

const field =
  "h-9 rounded-control border border-edge bg-surface px-2 text-ink placeholder:text-muted aria-invalid:border-danger pointer-coarse:h-11";

/** The filters of the list. They live in the address, so a filtered list can be kept, shared and gone back to. */
export function FilterBar({ filters }: { filters: CallFilters }) {
  const narrow = useMedia(NARROW);
  const [open, setOpen] = useState(false);
  return (
    <section aria-label={words.region} className="flex flex-wrap items-center gap-2">
      {narrow && (
        <Button
          look={isFiltered(filters) ? "activeFilter" : "filter"}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <SlidersHorizontal aria-hidden className="size-4" />
          {words.show}
        </Button>
      )}
      {(!narrow || open) && <Fields filters={filters} />}
      {isFiltered(filters) && <ClearFilters />}
    </section>
  );
}

function Fields({ filters }: { filters: CallFilters }) {
  return (
    <>
      <FilterMenu
        name="outcome"
        filters={filters}
        label={words.outcome}
        any={words.anyOutcome}
        values={outcomes}
        said={callsCopy.outcomes}
      />
      <FilterMenu
        name="direction"
        filters={filters}
        label={words.direction}
        any={words.anyDirection}
        values={directions}
        said={callsCopy.directions}
      />
      <DayField name="from" filters={filters} label={words.from} />
      <DayField name="to" filters={filters} label={words.to} />
      {/* Another number, or none, in the address is another field. */}
      <CallerField key={filters.caller} filters={filters} />
    </>
  );
}

function useChoose(filters: CallFilters) {
  const navigate = useNavigate({ from: "/calls" });
  return (change: { [K in keyof CallFilters]: unknown }) =>
    void navigate({ to: "/calls", search: readCallFilters({ ...filters, ...change }), resetScroll: false });
}

interface FilterMenuProps<T extends string> {
  name: "outcome" | "direction";
  filters: CallFilters;
  label: string;
  any: string;
  values: readonly T[];
  said: Record<T, string>;
}

const ANY = "any";

function FilterMenu<T extends string>({ name, filters, label, any, values, said }: FilterMenuProps<T>) {
  const choose = useChoose(filters);
  const chosen = values.find((value) => value === filters[name]);
  return (
    <Menu>
      <MenuTrigger className={buttonLook({ look: chosen === undefined ? "filter" : "activeFilter" })}>
        <span>
          {label}: <span className="font-semibold">{chosen === undefined ? any : said[chosen]}</span>
        </span>
        <ChevronDown aria-hidden className="size-4 opacity-70" />
      </MenuTrigger>
      <MenuContent align="start">
        <MenuRadioGroup
          value={chosen ?? ANY}
          onValueChange={(value) => choose({ [name]: value })}
          aria-label={label}
        >
          <MenuRadioItem value={ANY}>{any}</MenuRadioItem>
          {values.map((value) => (
            <MenuRadioItem key={value} value={value}>
              {said[value]}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}

function DayField({ name, filters, label }: { name: "from" | "to"; filters: CallFilters; label: string }) {
  const choose = useChoose(filters);
  const day = filters[name];
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
      choose({ [name]: chosen });
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

/** Takes a number in any form; the library that reads it is fetched once somebody asks for one. */
function CallerField({ filters }: { filters: CallFilters }) {
  const choose = useChoose(filters);
  const { country } = useMe().organization;
  const [invalid, setInvalid] = useState(false);
  const id = useId();

  async function find(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get("caller")).trim();
    if (typed === "") {
      choose({ caller: undefined });
      return;
    }
    const { toE164 } = await import("@/lib/e164");
    const caller = toE164(typed, country);
    setInvalid(caller === undefined);
    if (caller !== undefined) {
      choose({ caller });
    }
  }

  return (
    <form noValidate onSubmit={(event) => void find(event)} className="flex flex-wrap items-center gap-1">
      <label htmlFor={id} className="mr-1">
        {words.caller}
      </label>
      <input
        id={id}
        name="caller"
        type="tel"
        autoComplete="off"
        defaultValue={filters.caller && showPhoneNumber(filters.caller, country)}
        placeholder={words.callerHint}
        aria-invalid={invalid || undefined}
        aria-describedby={invalid ? `${id}-error` : undefined}
        className={`w-36 ${field}`}
      />
      <Button type="submit" size="icon" look="quiet" aria-label={words.findCaller} title={words.findCaller}>
        <Search aria-hidden className="size-4" />
      </Button>
      {invalid && (
        <p id={`${id}-error`} role="alert" className="text-danger">
          {words.callerInvalid}
        </p>
      )}
    </form>
  );
}

export function ClearFilters() {
  const navigate = useNavigate({ from: "/calls" });
  return (
    <Button
      look="quiet"
      size="small"
      onClick={() => void navigate({ to: "/calls", search: {}, resetScroll: false })}
    >
      <X aria-hidden className="size-4" />
      {words.clear}
    </Button>
  );
}
