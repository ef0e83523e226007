import type { EmailEventType } from "./queries";

export const notificationsCopy = {
  title: "Notifications",
  text: (address: string) => `What is sent to ${address}.`,
  toIntegrations: "Where else it is told is under Integrations",
  emails: {
    title: "E-mails to you",
    what: "Choose what you want to hear of when you are not here. Others choose for themselves.",
    legend: "Send me an e-mail about",
    types: {
      LEAD_CAPTURED: {
        name: "New leads",
        when: "Somebody became a lead on a call, or was added by hand.",
      },
      MESSAGE_TAKEN: { name: "Messages", when: "A caller left a message with the receptionist." },
      VOICEMAIL_LEFT: { name: "Voicemails", when: "Nobody could take the call, so it was recorded." },
      CONNECTION_LOST: {
        name: "Lost connections",
        when: "HubSpot or Slack does not let us in any more and has to be connected again.",
      },
      CRM_SYNC_FAILED: { name: "What HubSpot refuses", when: "A lead or a call did not get there, and why." },
    } satisfies Record<EmailEventType, { name: string; when: string }>,
    saved: "Saved",
    savedSaid: (name: string, wanted: boolean) =>
      wanted ? `Saved: e-mails about ${name.toLowerCase()}` : `Saved: no e-mails about ${name.toLowerCase()}`,
    notSaved: "We could not save this, so it is as it was before. Try again.",
    failedText: "What you chose before goes on.",
    offlineReason: "You are offline. Changes wait until you are back.",
  },
  log: {
    title: "E-mails to everybody",
    what: (organization: string) => `What was sent to the people of ${organization}, and how that went.`,
    types: {
      LEAD_CAPTURED: "New lead",
      MESSAGE_TAKEN: "Message",
      VOICEMAIL_LEFT: "Voicemail",
      CONNECTION_LOST: "Lost connection",
      CRM_SYNC_FAILED: "Refused by HubSpot",
    } satisfies Record<EmailEventType, string>,
    to: (what: string, name: string) => `${what}, to ${name}`,
    somebodyGone: "somebody who is no longer here",
  },
};
