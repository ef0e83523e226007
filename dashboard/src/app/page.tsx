import { Outlet, useMatches } from "@tanstack/react-router";
import { Lock } from "lucide-react";
import { useMe } from "@/lib/me-context";
import { mayWith } from "@/lib/permissions";
import { PageState } from "@/ui/page-state";
import { shellCopy } from "./shell-copy";

/** The page at the current address, or who to ask when this person may not see it. */
export function Page() {
  const { organization, permissions } = useMe();
  const page = useMatches({ select: (matches) => matches.at(-1)?.staticData });
  const allowed = mayWith(permissions, page?.permissions);
  return (
    <main id="page" data-region tabIndex={-1} className="mx-auto max-w-7xl p-4 outline-none md:p-6">
      {allowed ? (
        <Outlet />
      ) : (
        <PageState
          drawing={<Lock className="size-8 text-muted" />}
          title={shellCopy.noPermission.title(page?.title?.toLowerCase() ?? "this page")}
        >
          {shellCopy.noPermission.text(organization.name)}
        </PageState>
      )}
    </main>
  );
}
