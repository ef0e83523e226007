import type { SettingsPath } from "./routes";

export const settingsCopy = {
  title: "Settings",
  nav: "Settings pages",
  about: {
    "/settings/profile": "Your name, email and password.",
    "/settings/security": "Two-step sign-in, and where you are signed in.",
    "/settings/notifications": "What you are told by e-mail.",
    "/settings/organization": "Name, time zone and colour of the business, and how people sign in.",
    "/settings/team": "Who is here, what they may do, and who is invited.",
    "/settings/integrations": "HubSpot, Slack and your own systems.",
    "/settings/api-keys": "Keys for programs of your own.",
    "/settings/audit-log": "Who changed what, when and from where.",
  } satisfies Record<SettingsPath, string>,
};
