import { Link } from "@tanstack/react-router";
import { House, type LucideIcon, Phone, Settings, Star } from "lucide-react";
import type { ComponentType } from "react";
import { LiveCallCount } from "@/features/calls/live-strip";
import { useMe } from "@/lib/me-context";
import { mayWith } from "@/lib/permissions";
import { BrandMark } from "@/ui/brand";
import { navPages } from "./routes";
import { shellCopy } from "./shell-copy";

type Entry = ReturnType<typeof navPages>[number];

/** How each entry looks; here and not in the table of pages, which the sign-in page loads too. */
const looks: Record<Entry["path"], { icon: LucideIcon; Count?: ComponentType }> = {
  "/": { icon: House },
  "/calls": { icon: Phone, Count: LiveCallCount },
  "/leads": { icon: Star },
  "/settings": { icon: Settings },
};

/** The way to every page: a rail on the left, icons only on small screens, tabs at the bottom on phones. */
export function Rail() {
  const { permissions } = useMe();
  const pages = navPages().filter((page) => mayWith(permissions, page.permissions));
  return (
    <nav
      aria-label={shellCopy.rail}
      data-region
      tabIndex={-1}
      className="fixed inset-x-0 bottom-0 flex md:block z-20 border-border print:hidden border-t bg-surface outline-none md:inset-y-0 md:right-auto md:w-16 md:border-t-0 md:border-r xl:w-58"
    >
      <div className="hidden h-14 items-center gap-2.5 px-4.5 md:flex">
        <BrandMark />
        <span className="hidden font-bold text-reading tracking-[0.04em] xl:inline">HEKAX</span>
      </div>
      {groupsOf(pages).map(([group, members]) => (
        <div key={group} className="contents md:block md:px-2 md:pt-3">
          <p className="hidden px-2.5 pb-1.5 font-semibold text-meta text-muted xl:block">{group}</p>
          <ul className="contents md:grid md:gap-0.5">
            {members.map((page) => (
              <EntryLink key={page.path} {...page} />
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function EntryLink({ path, title }: Entry) {
  const { icon: Icon, Count } = looks[path];
  return (
    <li className="min-w-0 flex-1">
      <Link
        to={path}
        title={title}
        activeOptions={{ exact: path === "/", includeSearch: false }}
        className="relative flex h-16 flex-col items-center justify-center gap-1 rounded-control font-semibold text-meta text-muted hover:text-ink data-[status=active]:text-accent md:h-11 xl:h-9 xl:flex-row xl:justify-start xl:gap-3 xl:px-2.5 xl:text-body md:hover:bg-sunken md:data-[status=active]:bg-accent/10"
      >
        <Icon aria-hidden className="size-5 xl:size-4.5" />
        <span className="md:sr-only xl:not-sr-only">{title}</span>
        {Count && (
          <span className="absolute top-1.5 left-1/2 ml-1.5 flex w-max xl:static xl:ml-auto">
            <Count />
          </span>
        )}
      </Link>
    </li>
  );
}

function groupsOf(pages: ReturnType<typeof navPages>) {
  const names = [...new Set(pages.map((page) => page.group))];
  return names.map((name) => [name, pages.filter((page) => page.group === name)] as const);
}
