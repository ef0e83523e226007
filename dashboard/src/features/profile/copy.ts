export const profileCopy = {
  title: "Profile",
  name: {
    title: "Your name",
    what: "Your team sees it beside leads and calls.",
    label: "Name",
    save: "Save name",
    invalid: "Enter your name.",
    tooLong: "Use at most 120 characters.",
  },
  email: {
    title: "Email",
    what: (now: string) => `You sign in with ${now}, and it is where e-mails to you go.`,
    label: "New email",
    password: "Your password",
    change: "Change email",
    invalid: "Enter an email address, like ana@example.com.",
    sent: (email: string) =>
      `Look into the mail of ${email}: a link there makes it your address. Until then nothing changes.`,
  },
  password: {
    title: "Password",
    what: "Changing it signs you out on all other devices.",
    current: "Current password",
    new: "New password",
    change: "Change password",
    invalid: "Enter your current password.",
    done: "Your password is changed, and all other devices are signed out.",
  },
};
