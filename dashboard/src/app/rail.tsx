import { Link } from "@tanstack/react-router";
import { useMe } from "@/lib/me-context";
import { BrandMark } from "@/ui/brand";
import { appCopy } from "./copy";
import { navPages } from "./routes";

/** The way to every page: a rail on the left, icons only on small screens, tabs at the bottom on phones. */
export function Rail() {
  const { permissions } = useMe();
  const pages = navPages().filter(
    ({ permission }) => permission === undefined || permissions.includes(permission),
  );
  return (
    <nav
      aria-label={appCopy.rail}
      data-region
      tabIndex={-1}
      className="fixed inset-x-0 bottom-0 z-20 border-border border-t bg-surface outline-none md:inset-y-0 md:right-auto md:w-16 md:border-t-0 md:border-r xl:w-58"
    >
      <div className="hidden h-14 items-center gap-2.5 px-4.5 md:flex">
        <BrandMark />
        <span className="hidden font-bold text-reading tracking-[0.04em] xl:inline">HEKAX</span>
      </div>
      {groupsOf(pages).map(([group, members]) => (
        <div key={group} className="md:px-2 md:pt-3">
          <p className="hidden px-2.5 pb-1.5 font-semibold text-meta text-muted xl:block">{group}</p>
          <ul className="flex justify-around md:grid md:justify-normal md:gap-0.5">
            {members.map(({ path, title, icon: Icon }) => (
              <li key={path}>
                <Link
                  to={path}
                  title={title}
                  activeOptions={{ includeSearch: false }}
                  className="flex h-16 min-w-20 flex-col items-center justify-center gap-1 rounded-control font-semibold text-meta text-muted hover:text-ink data-[status=active]:text-accent md:h-11 md:min-w-0 xl:h-9 xl:flex-row xl:justify-start xl:gap-3 xl:px-2.5 xl:text-body md:hover:bg-sunken md:data-[status=active]:bg-accent/10"
                >
                  <Icon aria-hidden className="size-5 xl:size-4.5" />
                  <span className="md:sr-only xl:not-sr-only">{title}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function groupsOf(pages: ReturnType<typeof navPages>) {
  const names = [...new Set(pages.map((page) => page.group))];
  return names.map((name) => [name, pages.filter((page) => page.group === name)] as const);
}
