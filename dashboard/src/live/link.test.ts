import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Frame } from "./frames";
import { LiveLink } from "./link";

/** The locks of a browser: who asks first holds it until it lets go. */
class TestLocks {
  private queue: Promise<void> = Promise.resolve();

  request(_name: string, options: { signal: AbortSignal }, work: () => Promise<void>): Promise<void> {
    const turn = this.queue.then(() => (options.signal.aborted ? undefined : work()));
    this.queue = turn;
    return turn;
  }
}

class TestSocket {
  static readonly all: TestSocket[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  readonly sent: string[] = [];

  constructor(readonly url: string) {
    TestSocket.all.push(this);
  }

  send(text: string) {
    this.sent.push(text);
  }

  close() {}

  hears(message: object) {
    this.onmessage?.({ data: JSON.stringify({ v: 1, at: "2026-11-22T10:03:03Z", ...message }) });
  }
}

interface Tab {
  link: LiveLink;
  frames: Frame[];
  gaps: number;
  states: number;
}

const tabs: Tab[] = [];

beforeEach(() => {
  vi.stubGlobal("WebSocket", TestSocket);
  vi.stubGlobal("navigator", { locks: new TestLocks() });
  TestSocket.all.length = 0;
});

afterEach(() => {
  for (const tab of tabs.splice(0)) {
    tab.link.stop();
  }
  vi.unstubAllGlobals();
});

function openTab(): Tab {
  const tab: Tab = { link: undefined as never, frames: [], gaps: 0, states: 0 };
  tab.link = new LiveLink("dana at Bright Dental", async () => "wss://phone.example.com/live", {
    onFrame: (frame) => tab.frames.push(frame),
    onGap: () => {
      tab.gaps += 1;
    },
    onState: () => {
      tab.states += 1;
    },
  });
  tabs.push(tab);
  tab.link.start();
  return tab;
}

async function socketNumber(number: number): Promise<TestSocket> {
  await vi.waitFor(() => expect(TestSocket.all).toHaveLength(number));
  const socket = TestSocket.all[number - 1] as TestSocket;
  socket.onopen?.();
  return socket;
}

function frame(seq: number) {
  return { type: "lead.captured", seq, data: aLead };
}

test("given two tabs, when the one with the socket closes, then the other goes on where it was", async () => {
  const first = openTab();
  const socket = await socketNumber(1);
  const second = openTab();
  socket.hears({ type: "resumed", data: { seq: 7, complete: false } });
  socket.hears(frame(8));
  await vi.waitFor(() => expect(second.frames).toHaveLength(1));
  expect(first.frames).toEqual(second.frames);
  const gaps = second.gaps;

  first.link.stop();
  const next = await socketNumber(2);
  expect(next.sent).toEqual(['{"type":"resume","after":8}']);
  next.hears(frame(9));
  next.hears({ type: "resumed", data: { seq: 9, complete: true } });

  expect(second.frames.map(({ seq }) => seq)).toEqual([8, 9]);
  expect(second.gaps).toBe(gaps);
  expect(first.frames).toHaveLength(1);
});

test("given a tab that opens later, when it takes over, then it begins where the other one is", async () => {
  const first = openTab();
  const socket = await socketNumber(1);
  socket.hears({ type: "resumed", data: { seq: 7, complete: false } });
  const second = openTab();
  // The last that a tab is told when it opens.
  await vi.waitFor(() => expect(second.states).toBe(1));

  first.link.stop();

  expect((await socketNumber(2)).sent).toEqual(['{"type":"resume","after":7}']);
});

const aLead = {
  id: "00000000-0000-7000-8000-000000000002",
  name: "Maria Lopez",
  stage: "NEW",
  source: "CALL",
  createdAt: "2026-11-22T10:03:03Z",
  updatedAt: "2026-11-22T10:03:03Z",
  version: 1,
};
