export const organizationCopy = {
  title: "Organization",
  failedText: "Calls are answered as before.",
  cancel: "Cancel",
  business: {
    title: "The business",
    what: "The receptionist answers under this name, and times here and in e-mails follow this zone.",
    name: "Business name",
    timeZone: "Time zone",
    country: "Country",
    countryHint: "How phone numbers are read and shown.",
    color: "Brand colour",
    colorHint: "Used in e-mails to callers and your team.",
    ownColor: "Use a colour of our own",
    save: "Save",
    invalidName: "Enter the name callers know your business by.",
    tooLong: "Use at most 120 characters.",
    conflict:
      "Somebody changed this meanwhile. Save again to put yours in its place, or reload to see theirs.",
  },
  signIn: {
    title: "How people sign in",
    what: "Whoever has no two-step sign-in yet can do nothing else until they have set it up. Programs with API keys go on.",
    require: "Everybody needs two-step sign-in",
    first: "Set it up for yourself first, so that you do not lock yourself out.",
  },
  closing: {
    title: "Close this organization",
    what: "For good, after a time in which you can change your mind.",
    start: "Close organization",
    numbers: (count: number) =>
      count === 1
        ? "1 phone number is given up; callers hear that it is not in service"
        : `${count} phone numbers are given up; callers hear that they are not in service`,
    members: (count: number) => (count === 1 ? "You lose access" : `${count} people lose access`),
    calls: (count: number) =>
      `${count.toLocaleString("en-US")} ${count === 1 ? "call" : "calls"} with what was said`,
    recordings: (count: number) =>
      `${count.toLocaleString("en-US")} ${count === 1 ? "recording" : "recordings"}`,
    leads: (count: number) => `${count.toLocaleString("en-US")} ${count === 1 ? "lead" : "leads"}`,
    erased: (days: number) => `Erased after ${days} days`,
    atOnce: "What ends",
    subscription: "Your subscription ends, and nothing more is charged",
    dialog: {
      title: (name: string) => `Close ${name}?`,
      text: (days: number) =>
        `Until ${days} days are over you can undo this. After that nobody can bring anything back.`,
      name: (name: string) => `Type ${name} to confirm`,
      wrongName: "This is not the name of the organization.",
      password: "Your password",
      noPassword: "Enter your password.",
      action: "Close organization",
    },
    bannerLabel: "This organization is closing",
    banner: (name: string, day: string) => `${name} is closing. Everything is erased on ${day}.`,
    undo: "Keep the organization",
    undone: "The organization stays",
    undoFailed: "We could not undo it. Try again.",
  },
};
