/** What may have to be said before anybody is signed in; the rest of the shell's words come with the shell. */
export const appCopy = {
  unreachable: {
    title: "We could not reach HEKAX Phone",
    text: "Calls are still answered. Check this device's internet connection, then try again.",
  },
  missing: {
    title: "There is no such page",
    text: "The address may be mistyped, or the page has moved.",
    action: "Go to the home page",
  },
  broken: {
    title: "This page stopped working",
    text: "Calls are still answered. Nothing you saved is lost.",
    action: "Try again",
  },
  outdated: { title: "HEKAX Phone was updated", text: "Reload to get the new version.", action: "Reload" },
};
