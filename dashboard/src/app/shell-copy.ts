export const shellCopy = {
  skip: "Skip to the page",
  rail: "Pages",
  meFailed: {
    title: "We could not load your account",
    text: "Calls are still answered and nothing is lost.",
  },
  noPermission: {
    title: (page: string) => `You do not have access to ${page}`,
    text: (organization: string) => `Ask an owner or admin of ${organization} to give you access.`,
  },
  live: { live: "Live", reconnecting: "Reconnecting", paused: "Paused" },
  paused: (time: string) => `Live updates paused at ${time}. Calls still work.`,
  offline: "You are offline. You see what was last loaded; changes wait until you are back.",
  account: {
    menu: (name: string) => `Account of ${name}`,
    profile: "Profile",
    security: "Security",
    notifications: "Notifications",
    theme: "Theme",
    themes: { system: "Same as this device", light: "Light", dark: "Dark" },
    signOut: "Sign out",
    signOutFailed: "We could not sign you out. Check your internet connection and try again.",
  },
};
