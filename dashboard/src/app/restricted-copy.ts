export const restrictedCopy = {
  title: "Set up two-step sign-in",
  text: (organization: string) =>
    `${organization} asks everybody to sign in with a second step. Set it up once, and calls and leads are here.`,
};
