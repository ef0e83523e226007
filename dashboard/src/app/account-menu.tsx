import { Link } from "@tanstack/react-router";
import { Bell, LogOut, Monitor, Moon, ShieldCheck, Sun, UserRound } from "lucide-react";
import { useSyncExternalStore } from "react";
import { toast } from "sonner";
import { useMe } from "@/lib/me-context";
import { useSession } from "@/lib/session-context";
import { chooseTheme, chosenTheme, onThemeChange, type Theme, themes } from "@/lib/theme";
import { Avatar } from "@/ui/avatar";
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from "@/ui/menu";
import { shellCopy } from "./shell-copy";

const themeIcons = { system: Monitor, light: Sun, dark: Moon };

const ownPages = [
  { to: "/settings/profile", label: shellCopy.account.profile, icon: UserRound },
  { to: "/settings/security", label: shellCopy.account.security, icon: ShieldCheck },
  { to: "/settings/notifications", label: shellCopy.account.notifications, icon: Bell },
] as const;

/** Who is signed in, the pages of their own, the theme of this browser, and the way out. */
export function AccountMenu({ settings = true }: { settings?: boolean }) {
  const { user } = useMe();
  const session = useSession();
  const theme = useSyncExternalStore(onThemeChange, chosenTheme);
  const signOut = () => session.logOut().catch(() => toast.error(shellCopy.account.signOutFailed));
  return (
    <Menu>
      <MenuTrigger aria-label={shellCopy.account.menu(user.name)} className="rounded-full">
        <Avatar name={user.name} large />
      </MenuTrigger>
      <MenuContent align="end" className="w-64">
        <div className="px-2.5 pt-2 pb-1">
          <p className="truncate font-semibold">{user.name}</p>
          <p className="truncate text-meta text-muted">{user.email}</p>
        </div>
        <MenuSeparator />
        {settings && (
          <>
            {ownPages.map(({ to, label, icon: Icon }) => (
              <MenuItem key={to} asChild>
                <Link to={to}>
                  <Icon aria-hidden className="size-4 text-muted" />
                  {label}
                </Link>
              </MenuItem>
            ))}
            <MenuSeparator />
          </>
        )}
        <MenuLabel>{shellCopy.account.theme}</MenuLabel>
        <MenuRadioGroup value={theme} onValueChange={(value) => chooseTheme(value as Theme)}>
          {themes.map((value) => {
            const Icon = themeIcons[value];
            return (
              <MenuRadioItem key={value} value={value}>
                <Icon aria-hidden className="size-4 text-muted" />
                {shellCopy.account.themes[value]}
              </MenuRadioItem>
            );
          })}
        </MenuRadioGroup>
        <MenuSeparator />
        <MenuItem onSelect={() => void signOut()}>
          <LogOut aria-hidden className="size-4 text-muted" />
          {shellCopy.account.signOut}
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
