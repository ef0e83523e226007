import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ChevronsUpDown } from "lucide-react";
import { toast } from "sonner";
import { useMe } from "@/lib/me-context";
import { sayRefusal } from "@/lib/refusal";
import { useHttp, useSession } from "@/lib/session-context";
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuTrigger,
} from "@/ui/menu";
import { organizationsCopy as words } from "./organizations-copy";

/** The way from one organization of a person to another. */
export function OrganizationMenu() {
  const { organization } = useMe();
  return (
    <Menu>
      <MenuTrigger
        aria-label={words.menu(organization.name)}
        className="-ml-2 flex h-9 min-w-0 items-center gap-2 rounded-control px-2 font-semibold hover:bg-sunken pointer-coarse:h-11"
      >
        <span className="truncate">{organization.name}</span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
      </MenuTrigger>
      <MenuContent align="start" className="max-w-80">
        <Organizations />
      </MenuContent>
    </Menu>
  );
}

function Organizations() {
  const http = useHttp();
  const session = useSession();
  const navigate = useNavigate();
  const current = useMe().organization.id;
  const list = useQuery({
    queryKey: ["organizations"],
    queryFn: async ({ signal }) => (await http.get("/api/me/organizations", { signal })).items,
  });

  // Home, because the page that is open may show something the other organization does not have.
  const choose = (id: string) =>
    id !== current &&
    void session
      .switchTo(id)
      .then(() => navigate({ to: "/" }))
      .catch((error: unknown) => toast.error(sayRefusal(error)));

  if (list.data === undefined) {
    return list.isError ? (
      <MenuItem
        onSelect={(event) => {
          event.preventDefault();
          void list.refetch();
        }}
      >
        {words.failed}
      </MenuItem>
    ) : (
      <MenuLabel>{words.loading}</MenuLabel>
    );
  }
  return (
    <MenuRadioGroup value={current} onValueChange={choose} aria-label={words.label}>
      {list.data.map(({ id, name, role }) => (
        <MenuRadioItem key={id} value={id}>
          <span className="grid min-w-0 py-1">
            <span className="truncate font-semibold">{name}</span>
            <span className="text-meta text-muted">{words.roles[role]}</span>
          </span>
        </MenuRadioItem>
      ))}
    </MenuRadioGroup>
  );
}
