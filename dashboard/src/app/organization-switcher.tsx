import { lazy, Suspense } from "react";
import { useMe } from "@/lib/me-context";

const OrganizationMenu = lazy(() =>
  import("./organization-menu").then((module) => ({ default: module.OrganizationMenu })),
);

/** The organization's name and, for people of more than one, the way to the others. */
export function OrganizationSwitcher() {
  const { organization, organizations } = useMe();
  const name = <p className="truncate font-semibold">{organization.name}</p>;
  return organizations > 1 ? (
    <Suspense fallback={name}>
      <OrganizationMenu />
    </Suspense>
  ) : (
    name
  );
}
