import type { CrmConnection, SlackConnection, SlackEventType, WebhookEventType } from "./queries";

export const integrationsCopy = {
  title: "Integrations",
  text: "Where leads and calls go besides here.",
  connected: {
    hubspot: "HubSpot is connected. New leads and their calls are sent there from now on.",
    slack: "Slack is connected. New leads, messages and voicemails are told there from now on.",
  } as Record<string, string | undefined>,
  errors: {
    denied: "Nothing was connected, because it was declined there.",
    missing_scopes:
      "Nothing was connected, because less was allowed than is needed. Try again and allow all of it.",
    not_in_channel:
      "Nothing was connected, because HEKAX Phone is not in that private channel. Invite it, then try again.",
    expired: "Nothing was connected, because it took too long or went through another browser. Try again.",
    not_allowed: "Nothing was connected, because your role or your plan does not allow it.",
    unavailable: "Nothing was connected, because there was no answer from there. Try again in a few minutes.",
  } as Record<string, string | undefined>,
  otherError: "Nothing was connected. Try again.",
  dismiss: "Dismiss",
  offlineReason: "You are offline. Changes wait until you are back.",
  failedText: "What is connected goes on working.",
  setUp: "Set up",
  deliveries: "What was sent",
  deliveriesOf: (title: string) => `What was sent to ${title}`,
  notSaved: "We could not do that, so it is as it was before. Try again.",
  cancel: "Cancel",
  close: "Close",
  crm: {
    title: "HubSpot",
    what: "Each new lead becomes a contact, and each call with one is logged on it. Nothing is read from HubSpot but what is needed to find the contact.",
    connect: "Connect HubSpot",
    again: "Connect again",
    disconnect: "Disconnect HubSpot",
    states: { ACTIVE: "Connected", RECONNECT_NEEDED: "Has to be connected again" } satisfies Record<
      CrmConnection["status"],
      string
    >,
    account: (account: string) => `Account ${account}`,
    whatToDo:
      "Connect again. Leads and calls are kept here until then; those from before are not sent later.",
    lastOk: "Last sent",
    never: "Nothing sent yet",
    confirm: {
      title: "Disconnect HubSpot?",
      text: "New leads and calls stay here and are not sent to HubSpot any more. What is in HubSpot already stays there.",
    },
    disconnected: "HubSpot is disconnected",
    someLead: "A lead",
  },
  slack: {
    title: "Slack",
    what: "New leads, messages and voicemails are told in a channel of yours, each with a link to all that is known here.",
    connect: "Connect Slack",
    again: "Connect again",
    disconnect: "Disconnect Slack",
    states: {
      ACTIVE: "Connected",
      RECONNECT_NEEDED: "Has to be connected again",
      DISCONNECTED: "Not connected",
    } satisfies Record<SlackConnection["status"], string>,
    lastOk: "Last told",
    never: "Nothing told yet",
    whatToDo:
      "Connect again and choose a channel. What happens until then is kept here and not told in Slack later.",
    confirm: {
      title: "Disconnect Slack?",
      text: "New leads, messages and voicemails are not told in Slack any more. What was told stays there, and so does the app until somebody removes it from the workspace.",
    },
    disconnected: "Slack is disconnected",
    events: {
      LEAD_CAPTURED: "New lead",
      MESSAGE_TAKEN: "Message taken",
      VOICEMAIL_LEFT: "Voicemail left",
    } satisfies Record<SlackEventType, string>,
  },
  webhooks: {
    title: "Webhooks",
    what: "Your own systems are told at an address of yours, with a signature that proves it was us.",
    add: "Add webhook",
    none: "No webhook yet",
    events: {
      "lead.captured": "New lead",
      "lead.updated": "Changed lead",
      "message.taken": "Message taken",
      "voicemail.left": "Voicemail left",
      "call.ended": "Ended call",
    } satisfies Record<WebhookEventType, string>,
    disabled: "Switched off, because it said that it is gone",
    remove: (url: string) => `Remove ${url}`,
    removeShort: "Remove",
    confirm: {
      title: "Remove this webhook?",
      text: (url: string) => `Nothing is sent to ${url} any more, and what waits for it is dropped.`,
      action: "Remove webhook",
    },
    removed: "The webhook is removed",
    dialog: {
      title: "Add webhook",
      text: "Choose where to send and what.",
      url: "Address",
      urlHint: "Begins with https://",
      events: "Tell it of",
      save: "Add webhook",
      invalidUrl: "Enter a whole address, like https://example.com/hooks.",
      noEvents: "Choose at least one.",
      failed: "We could not add this webhook. Nothing you typed is lost; try again.",
    },
    secret: {
      title: "Keep this secret",
      text: "Your system checks our signature with it. It is shown now and never again.",
      label: "Signing secret",
      copy: "Copy secret",
      copied: "Copied",
      done: "I have kept it",
    },
  },
};
