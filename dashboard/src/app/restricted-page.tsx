import { useQueryClient } from "@tanstack/react-query";
import { SetUpTwoStep } from "@/features/security/parts/set-up";
import { useMe } from "@/lib/me-context";
import { useSession } from "@/lib/session-context";
import { PageHeading } from "@/ui/page-heading";
import { AccountMenu } from "./account-menu";
import { OrganizationSwitcher } from "./organization-switcher";
import { restrictedCopy as words } from "./restricted-copy";
import { Toasts } from "./toasts";

/** All that somebody sees whose organization asks for two-step sign-in, until they have it. */
export function RestrictedPage() {
  const { organization } = useMe();
  const session = useSession();
  const queries = useQueryClient();

  async function goOn() {
    // The token of before still says that nothing else is allowed.
    await session.takeRightsAnew();
    await queries.invalidateQueries({ queryKey: ["me"] });
  }

  return (
    <>
      <header className="flex h-14 items-center gap-3 border-border border-b bg-surface px-4 md:px-6 print:hidden">
        <OrganizationSwitcher />
        <div className="ml-auto">
          <AccountMenu settings={false} />
        </div>
      </header>
      <main className="mx-auto grid max-w-2xl gap-4 p-4 md:py-10">
        <div className="grid gap-1 print:hidden">
          <PageHeading>{words.title}</PageHeading>
          <p className="text-pretty text-muted">{words.text(organization.name)}</p>
        </div>
        <div className="rounded-card border border-border bg-surface p-4">
          <SetUpTwoStep onDone={goOn} />
        </div>
      </main>
      <Toasts />
    </>
  );
}
