export const homeCopy = {
  morning: (name: string) => `Good morning, ${name}`,
  afternoon: (name: string) => `Good afternoon, ${name}`,
  evening: (name: string) => `Good evening, ${name}`,
  nothing: {
    title: "There is nothing here for you yet",
    text: (organization: string) => `Ask an owner or admin of ${organization} to let you see calls or leads.`,
  },
};
