import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { useMe } from "@/lib/me-context";
import { useOnline } from "@/lib/online";
import { sayRefusal } from "@/lib/refusal";
import { SavedMark } from "@/ui/saved-mark";
import { organizationCopy } from "../copy";
import { type Organization, useChangeOrganization } from "../queries";

const { signIn: words } = organizationCopy;

/** Whether everybody has to have a second step; for somebody who has one. */
export function RequireTwoStep({ organization }: { organization: Organization }) {
  const { twoStep } = useMe();
  const change = useChangeOrganization(organization);
  const online = useOnline();
  const id = useId();
  const required = change.isPending ? change.variables.requireTwoStep : organization.requireTwoStep;
  const locksOut = !twoStep && !organization.requireTwoStep;
  return (
    <div className="grid gap-1 p-4">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <label className="flex min-h-8 items-center gap-2.5 font-semibold">
          <input
            type="checkbox"
            checked={required}
            disabled={!online || locksOut || change.isPending}
            aria-describedby={locksOut ? id : undefined}
            onChange={({ target }) => change.mutate({ requireTwoStep: target.checked })}
            className="size-4 accent-accent"
          />
          {words.require}
        </label>
        <SavedMark saved={change.isSuccess} />
      </p>
      {locksOut && (
        <p id={id} className="text-muted">
          <Link to="/settings/security" className="text-accent hover:underline">
            {words.first}
          </Link>
        </p>
      )}
      {change.isError && (
        <p role="alert" className="text-danger">
          {sayRefusal(change.error)}
        </p>
      )}
    </div>
  );
}
