import { Link, Outlet } from "@tanstack/react-router";
import { useMe } from "@/lib/me-context";
import { mayWith } from "@/lib/permissions";
import { settingsPages } from "./routes";
import { settingsCopy as words } from "./settings-copy";

/** The pages of settings this person may see. */
export function useSettingsPages() {
  const { permissions } = useMe();
  return settingsPages().filter((page) => mayWith(permissions, page.permissions));
}

/** A page of settings with the way to the others: beside it, or above it where there is no room. */
export function SettingsFrame() {
  const pages = useSettingsPages();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[11rem_minmax(0,1fr)] lg:gap-8">
      <nav
        aria-label={words.nav}
        className="-mx-1 overflow-x-auto p-1 lg:sticky lg:top-20 lg:self-start lg:overflow-visible print:hidden"
      >
        <ul className="flex gap-0.5 lg:grid">
          {pages.map(({ path, title }) => (
            <li key={path} className="shrink-0">
              <Link
                to={path}
                activeOptions={{ includeSearch: false }}
                className="flex h-9 items-center rounded-control px-3 font-semibold text-muted hover:bg-sunken hover:text-ink data-[status=active]:bg-accent/10 data-[status=active]:text-accent pointer-coarse:h-11"
              >
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="min-w-0">
        <Outlet />
      </div>
    </div>
  );
}
