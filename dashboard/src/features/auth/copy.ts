/** The words of the sign-in page; those of the pages behind it come with them. */
export const authCopy = {
  product: "Every call answered. Every lead followed up.",
  points: [
    "A receptionist that picks up day and night",
    "Leads written down while the caller still talks",
    "Your team sees it the moment it happens",
  ],
  signIn: {
    title: "Sign in",
    lead: "Welcome back.",
    submit: "Sign in",
    forgot: "Forgot your password?",
    other: "New to HEKAX Phone?",
    otherLink: "Create an account",
    ended: "Your session ended. Sign in to go on where you were.",
  },
  fields: { email: "Email" },
  invalid: { email: "Enter an email address, like ana@example.com.", password: "Enter your password." },
  wrong: "The email or password is not right. Check both and try again.",
};
