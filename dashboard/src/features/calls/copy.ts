import type { Call, CallDirection, CallOutcome, CallStage } from "./filters";
import type { CallEvent, CrmLink } from "./queries";

const outcomes = {
  MISSED: "Missed",
  ANSWERED: "Answered",
  VOICEMAIL_LEFT: "Voicemail left",
  MESSAGE_TAKEN: "Message taken",
  LEAD_CAPTURED: "Lead captured",
  TRANSFERRED: "Put through",
} satisfies Record<CallOutcome, string>;

export const callsCopy = {
  title: "Calls",
  count: (shown: number, more: boolean) =>
    shown === 1 && !more ? "1 call" : `${shown}${more ? "+" : ""} calls`,
  tableCaption: "Calls, newest first",
  columns: { caller: "Who", outcome: "Outcome", length: "Length", when: "When" },
  outcomes,
  outcomeOf: (call: Call) =>
    call.outcome === "TRANSFERRED" && call.transferredTo
      ? `Put through to ${call.transferredTo}`
      : outcomes[call.outcome ?? "MISSED"],
  stages: {
    RINGING: () => "Ringing",
    ASSISTANT: () => "Receptionist",
    TRANSFERRING: (person) => (person ? `Ringing ${person}` : "Being put through"),
    PERSON: (person) => (person ? `With ${person}` : "With a person"),
    VOICEMAIL: () => "Voicemail",
    ENDED: () => "Ended",
  } satisfies Record<CallStage, (person: string | undefined) => string>,
  ended: (outcome: string) => `Ended · ${outcome}`,
  directions: { INBOUND: "Incoming", OUTBOUND: "Outgoing" } satisfies Record<CallDirection, string>,
  privateNumber: "Private number",
  notAnswered: "Not answered",
  seeLead: "See lead",
  filters: {
    region: "Filter calls",
    show: "Filters",
    outcome: "Outcome",
    anyOutcome: "Any outcome",
    direction: "Direction",
    anyDirection: "Both ways",
    from: "From",
    to: "To",
    caller: "Number",
    callerHint: "(415) 555-0132",
    findCaller: "Find number",
    callerInvalid: "Enter a full phone number, with its area code.",
    clear: "Clear filters",
  },
  loadOlder: "Load older",
  loadingOlder: "Loading older calls",
  olderFailed: "We could not load older calls. Check your connection, then try again.",
  updatedAt: (time: string) => `Updated ${time}`,
  newCalls: (count: number) => (count === 1 ? "1 new call" : `${count} new calls`),
  empty: {
    title: "Your calls will appear here",
    text: "Every call to your number is listed here while it goes on: who rang, what they said, and what it led to. Ring your number to see the first one.",
  },
  filteredEmpty: { title: "No calls match these filters" },
  failed: {
    title: "We could not load your calls",
    text: "Calls are still answered and nothing is lost. They will be here when we can show them.",
    staleTitle: "We could not refresh your calls",
    staleText: (time: string) => `You see them as they were at ${time}.`,
  },
  newest: { title: "Newest calls", all: "All calls" },
  live: {
    region: "Calls going on",
    count: (count: number) => (count === 1 ? "1 call going on" : `${count} calls going on`),
    said: (who: string, stage: string) => `${who}: ${stage}`,
  },
};

export const callCopy = {
  back: "Calls",
  backFiltered: "Calls that match your filters",
  newer: "Newer call",
  older: "Older call",
  place: (place: number, count: number, more: boolean) => `${place} of ${count}${more ? "+" : ""}`,
  live: "Going on now",
  to: (number: string) => `to ${number}`,
  length: "Length",
  print: "Print",
  transcript: {
    title: "Transcript",
    speakers: { CALLER: "Caller", ASSISTANT: "Receptionist" },
    interrupted: "Interrupted here. This is what the caller heard of it.",
    interruptedAfter: (seconds: string) =>
      `Interrupted after ${seconds} seconds. This is what the caller heard of it.`,
    none: "Nothing was said in this call",
    noneText: "The receptionist writes down what it hears and says. This call ended before that.",
    notYet: "Nothing was said yet",
    notYetText: "What is said appears here while the call goes on.",
    unanswered: "Nobody answered, so there is nothing to read.",
    loading: "Loading the transcript",
    failed: "We could not load the transcript",
    failedText: "It is kept, and the rest of the call is here.",
    staleTitle: "We could not refresh the transcript",
    staleText: "You see what was said until a moment ago.",
  },
  events: {
    title: "What happened",
    loading: "Loading what happened",
    failed: "We could not load what happened",
    failedText: "The rest of the call is here.",
    after: (length: string) => `${length} into the call`,
    sentence: sayEvent,
  },
  messages: {
    title: "Messages left",
    from: (name: string) => `From ${name}`,
    for: (whom: string) => `For ${whom}`,
  },
  lead: {
    title: "Lead made",
    captured: "A lead was captured in this call.",
    see: "See it among your leads",
    failed: "We could not load the lead. It is kept.",
    again: "Try again",
  },
  crm: {
    title: "In your CRM",
    provider: { HUBSPOT: "HubSpot" } satisfies Record<CrmLink["provider"], string>,
    kind: { CONTACT: "Contact", CALL: "Call" } satisfies Record<CrmLink["kind"], string>,
    states: { WAITING: "Waiting to be sent", SYNCED: "Sent", FAILED: "Not sent" } satisfies Record<
      CrmLink["state"],
      string
    >,
    open: (provider: string) => `Open in ${provider}`,
    failed: "We could not ask where this is in your CRM.",
    again: "Try again",
  },
  failed: {
    title: "We could not load this call",
    text: "The call is kept, and new calls are still answered.",
    staleTitle: "We could not refresh this call",
    staleText: (time: string) => `You see it as it was at ${time}.`,
  },
  missing: {
    title: "There is no such call",
    text: "The address may be mistyped, or the call belongs to another business.",
    action: "Back to calls",
  },
};

/** What happened, as people say it; undefined for a kind that this page does not know. */
function sayEvent({ kind, detail }: CallEvent): string | undefined {
  const person = detail.to ?? detail.person ?? "somebody";
  switch (kind) {
    case "STARTED":
      return detail.direction === "OUTBOUND" ? "Call placed" : "Call came in";
    case "ANSWERED":
      return detail.by === "PERSON" ? `${capital(person)} answered` : "Receptionist answered";
    case "LEAD_CAPTURED":
      return detail.name ? `Lead captured: ${detail.name}` : "Lead captured";
    case "MESSAGE_TAKEN":
      return "Message taken";
    case "VOICEMAIL_LEFT":
      return "Voicemail left";
    case "TRANSFER_STARTED":
      return `Rang ${person}`;
    case "TRANSFER_ENDED":
      return (transfers[detail.outcome ?? ""] ?? transfers.FAILED)?.(person);
    case "ASSISTANT_FINISHED":
      return finished[detail.reason ?? ""] ?? "Receptionist finished";
    case "ENDED":
      return endings[detail.status ?? ""] ?? "Call ended";
    default:
      return undefined;
  }
}

const transfers: Record<string, (person: string) => string> = {
  ANSWERED: (person) => `Spoke with ${person}`,
  NO_ANSWER: (person) => `${capital(person)} did not answer`,
  BUSY: (person) => `${capital(person)} was busy`,
  FAILED: (person) => `${capital(person)} could not be reached`,
};

const finished: Record<string, string> = {
  CALLER_HUNG_UP: "Caller hung up",
  ASSISTANT_ENDED: "Receptionist said goodbye",
  TRANSFERRED: "Receptionist put the caller through",
  SILENCE: "Receptionist ended the call after a silence",
  TIME_LIMIT: "Receptionist reached its time limit",
  MODEL_FAILED: "Receptionist could not go on",
  STREAM_LOST: "Receptionist lost the connection",
  DRAINED: "Receptionist stopped for an update",
};

const endings: Record<string, string> = {
  COMPLETED: "Call ended",
  NO_ANSWER: "Nobody answered",
  BUSY: "The line was busy",
  CANCELED: "Caller hung up before anybody answered",
  FAILED: "The call could not be connected",
};

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
