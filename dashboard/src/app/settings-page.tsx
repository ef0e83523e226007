import { Link } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import { PageHeading } from "@/ui/page-heading";
import { settingsCopy as words } from "./settings-copy";
import { useSettingsPages } from "./settings-frame";

/** All there is to set, with what each page is for. */
export function SettingsPage() {
  return (
    <div className="grid max-w-4xl gap-4">
      <PageHeading>{words.title}</PageHeading>
      <ul className="divide-y divide-border rounded-card border border-border bg-surface">
        {useSettingsPages().map(({ path, title }) => (
          <li key={path}>
            <Link
              to={path}
              aria-labelledby={`${path}-title`}
              aria-describedby={`${path}-about`}
              className="flex items-center gap-4 p-4 hover:bg-bg/60"
            >
              <span className="grid min-w-0 flex-1">
                <span id={`${path}-title`} className="font-semibold">
                  {title}
                </span>
                <span id={`${path}-about`} className="text-pretty text-muted">
                  {words.about[path]}
                </span>
              </span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
