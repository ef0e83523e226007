export type Urgency = "polite" | "assertive";

type Listener = (text: string, urgency: Urgency) => void;

const listeners = new Set<Listener>();

/** Has a screen reader say `text`; the shell owns the two regions that do it. */
export function announce(text: string, urgency: Urgency = "polite") {
  for (const listener of listeners) {
    listener(text, urgency);
  }
}

/** For the regions: calls `listener` with each announcement until the returned function is called. */
export function onAnnouncement(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
