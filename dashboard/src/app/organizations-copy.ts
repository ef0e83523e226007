export const organizationsCopy = {
  menu: (name: string) => `Organization ${name}: switch to another`,
  label: "Your organizations",
  roles: { OWNER: "Owner", ADMIN: "Admin", MANAGER: "Manager", AGENT: "Agent" },
  loading: "Loading your organizations",
  failed: "We could not load them. Try again",
};
