import { Link, useNavigate } from "@tanstack/react-router";
import { ChevronDown, X } from "lucide-react";
import { classNames } from "@/lib/class-names";
import { Button, buttonLook } from "@/ui/button";
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from "@/ui/menu";
import { leadsCopy } from "../copy";
import { isFiltered, type LeadFilters, owners, readLeadFilters, sources, stages } from "../filters";

const { filters: words } = leadsCopy;

/** The filters of the list. They live in the address, so a filtered list can be kept, shared and gone back to. */
export function FilterBar({ filters }: { filters: LeadFilters }) {
  return (
    <section aria-label={words.region} className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <nav aria-label={words.stage} className="-mx-1 max-w-full overflow-x-auto p-1">
        <ul className="flex w-max gap-0.5 rounded-card bg-sunken p-0.5">
          <StageLink filters={filters} />
          {stages.map((stage) => (
            <StageLink key={stage} stage={stage} filters={filters} />
          ))}
        </ul>
      </nav>
      <FilterMenu
        name="source"
        filters={filters}
        label={words.source}
        any={words.anySource}
        values={sources}
        said={leadsCopy.sources}
      />
      <FilterMenu
        name="owner"
        filters={filters}
        label={words.owner}
        any={words.anyOwner}
        values={owners}
        said={leadsCopy.owners}
      />
      {isFiltered(filters) && <ClearFilters />}
    </section>
  );
}

function StageLink({ stage, filters }: { stage?: (typeof stages)[number]; filters: LeadFilters }) {
  const current = filters.stage === stage;
  return (
    <li>
      <Link
        to="/leads"
        search={readLeadFilters({ ...filters, stage })}
        resetScroll={false}
        activeOptions={{ exact: true, includeSearch: true }}
        className={classNames(
          "flex h-8 items-center rounded-control px-3 font-semibold pointer-coarse:h-10",
          current ? "bg-surface text-ink shadow-[0_1px_2px_rgb(0_0_0/14%)]" : "text-muted hover:text-ink",
        )}
      >
        {stage === undefined ? words.allStages : leadsCopy.stages[stage]}
      </Link>
    </li>
  );
}

interface FilterMenuProps<T extends string> {
  name: "source" | "owner";
  filters: LeadFilters;
  label: string;
  any: string;
  values: readonly T[];
  said: Record<T, string>;
}

const ANY = "any";

function FilterMenu<T extends string>({ name, filters, label, any, values, said }: FilterMenuProps<T>) {
  const navigate = useNavigate({ from: "/leads" });
  const chosen = values.find((value) => value === filters[name]);
  const choose = (value: string) =>
    navigate({ to: "/leads", search: readLeadFilters({ ...filters, [name]: value }), resetScroll: false });
  return (
    <Menu>
      <MenuTrigger className={buttonLook({ look: chosen === undefined ? "filter" : "activeFilter" })}>
        <span>
          {label}: <span className="font-semibold">{chosen === undefined ? any : said[chosen]}</span>
        </span>
        <ChevronDown aria-hidden className="size-4 opacity-70" />
      </MenuTrigger>
      <MenuContent align="start">
        <MenuRadioGroup value={chosen ?? ANY} onValueChange={choose} aria-label={label}>
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

export function ClearFilters() {
  const navigate = useNavigate({ from: "/leads" });
  return (
    <Button look="quiet" onClick={() => navigate({ to: "/leads", search: {}, resetScroll: false })}>
      <X aria-hidden className="size-4" />
      {words.clear}
    </Button>
  );
}
