import { Radio, Unplug, WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import { useMe } from "@/lib/me-context";
import { useOnline } from "@/lib/online";
import { clockTime } from "@/lib/time";
import { type LinkHealth, useLinkHealth } from "@/live/live-context";
import { AccountMenu } from "./account-menu";
import { OrganizationSwitcher } from "./organization-switcher";
import { shellCopy } from "./shell-copy";

export function TopBar() {
  const { organization } = useMe();
  const { health, since } = useLinkHealth();
  const online = useOnline();
  return (
    <header data-region tabIndex={-1} className="sticky top-0 z-10 outline-none print:hidden">
      <div className="flex h-14 items-center gap-3 border-border border-b bg-surface px-4 md:px-6">
        <OrganizationSwitcher />
        <div className="ml-auto flex items-center gap-3">
          <LiveChip health={health} />
          <AccountMenu />
        </div>
      </div>
      {online ? (
        health === "paused" &&
        since !== undefined && (
          <Bar icon={<Unplug aria-hidden className="size-4" />}>
            {shellCopy.paused(clockTime(new Date(since), organization.timeZone))}
          </Bar>
        )
      ) : (
        <Bar icon={<WifiOff aria-hidden className="size-4" />}>{shellCopy.offline}</Bar>
      )}
    </header>
  );
}

const chipLook: Record<LinkHealth, string> = {
  live: "text-live",
  reconnecting: "text-waiting",
  paused: "text-waiting",
};

function LiveChip({ health }: { health: LinkHealth }) {
  const Icon = health === "live" ? Radio : Unplug;
  return (
    <p role="status" className={`flex items-center gap-1.5 font-semibold text-meta ${chipLook[health]}`}>
      <Icon aria-hidden className="size-3.5" />
      {shellCopy.live[health]}
    </p>
  );
}

function Bar({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p
      role="status"
      className="flex items-center gap-2 border-waiting/40 border-b bg-surface px-4 py-2 text-waiting shadow-[inset_3px_0_0_var(--waiting)] md:px-6"
    >
      {icon}
      {children}
    </p>
  );
}
