import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Frame } from "./frames";
import { type LinkState, LiveSocket } from "./socket";

const MINUTE = 60_000;

/** A socket whose other end is the test. */
class TestSocket {
  static readonly all: TestSocket[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  readonly sent: string[] = [];
  closed = false;

  constructor(readonly url: string) {
    TestSocket.all.push(this);
  }

  send(text: string) {
    this.sent.push(text);
  }

  close() {
    this.closed = true;
  }
}

function socketNumber(number: number): TestSocket {
  const socket = TestSocket.all[number - 1];
  if (socket === undefined) {
    throw new Error(`There is no socket ${number} yet.`);
  }
  return socket;
}

let tickets = 0;
let refuseTickets = false;
let gaps = 0;
let frames: Frame[] = [];
let places: number[] = [];
let states: LinkState[] = [];
let link: LiveSocket;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(1);
  vi.stubGlobal("WebSocket", TestSocket);
  TestSocket.all.length = 0;
  tickets = 0;
  refuseTickets = false;
  gaps = 0;
  frames = [];
  places = [];
  states = [];
  link = linkFrom(undefined);
});

function linkFrom(place: number | undefined) {
  return new LiveSocket(
    async () => {
      tickets += 1;
      if (refuseTickets) {
        throw new Error("No ticket.");
      }
      return `wss://phone.example.com/live?ticket=${tickets}`;
    },
    {
      onFrame: (frame) => frames.push(frame),
      onPlace: (seq) => places.push(seq),
      onGap: () => {
        gaps += 1;
      },
      onState: (state) => states.push(state),
    },
    place,
  );
}

afterEach(() => {
  link.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The first socket is open, and the server has said where to begin. */
async function openFirst() {
  link.start();
  await vi.advanceTimersByTimeAsync(0);
  socketNumber(1).onopen?.();
  resumed(1, 10, false);
}

function hears(number: number, message: object) {
  socketNumber(number).onmessage?.({
    data: JSON.stringify({ v: 1, at: "2026-11-22T10:03:03Z", ...message }),
  });
}

function resumed(number: number, seq: number, complete: boolean) {
  hears(number, { type: "resumed", data: { seq, complete } });
}

function frame(number: number, seq: number) {
  hears(number, { type: "call.updated", seq, data: aCall() });
}

function asked(number: number): unknown[] {
  return socketNumber(number).sent.map((text) => JSON.parse(text));
}

function numbers(): number[] {
  return frames.map(({ seq }) => seq);
}

describe("given a socket that is open", () => {
  test("then it is asked every minute and stays while it answers", async () => {
    await openFirst();
    for (let minute = 0; minute < 3; minute++) {
      await vi.advanceTimersByTimeAsync(MINUTE);
      resumed(1, 10, true);
    }
    expect(asked(1)).toEqual([{ type: "resume" }, ...Array(3).fill({ type: "resume", after: 10 })]);
    expect(gaps).toBe(1);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(TestSocket.all).toHaveLength(1);
    expect(link.state().downSince).toBeUndefined();
  });

  test("when it is not answered, then it is given up and opened again with a new ticket", async () => {
    await openFirst();
    await vi.advanceTimersByTimeAsync(MINUTE + 10_000);
    expect(socketNumber(1).closed).toBe(true);
    expect(link.state().downSince).toBe(Date.now());
    await vi.advanceTimersByTimeAsync(500);
    expect(socketNumber(2).url).toBe("wss://phone.example.com/live?ticket=2");
  });

  test("when it is lost, then it comes back after longer and longer waits, and asks what it missed", async () => {
    await openFirst();
    expect(gaps).toBe(1);
    socketNumber(1).onclose?.();
    await vi.advanceTimersByTimeAsync(500);
    socketNumber(2).onclose?.();
    await vi.advanceTimersByTimeAsync(999);
    expect(TestSocket.all).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(gaps).toBe(1);
    socketNumber(3).onopen?.();
    expect(asked(3)).toEqual([{ type: "resume", after: 10 }]);
    frame(3, 11);
    resumed(3, 11, true);
    expect(numbers()).toEqual([11]);
    expect(gaps).toBe(1);
    expect(states.map((state) => state.downSince === undefined)).toEqual([true, false, true]);
  });

  test("when it is nearly too old, then the next one is open before it is closed, without a gap", async () => {
    await openFirst();
    for (let minute = 0; minute < 110; minute++) {
      await vi.advanceTimersByTimeAsync(MINUTE);
      resumed(1, 10, true);
    }
    expect(TestSocket.all).toHaveLength(2);
    expect(socketNumber(1).closed).toBe(false);
    socketNumber(2).onopen?.();
    expect(socketNumber(1).closed).toBe(true);
    expect(asked(2)).toEqual([{ type: "resume", after: 10 }]);
    resumed(2, 10, true);
    expect(gaps).toBe(1);
    expect(states).toHaveLength(1);
  });
});

describe("given numbered frames", () => {
  test("when they come in their order, then they are passed on with how far everything is known", async () => {
    await openFirst();
    frame(1, 11);
    frame(1, 12);
    expect(numbers()).toEqual([11, 12]);
    expect(places).toEqual([10, 11, 12]);
  });

  test("when one comes again, then it is dropped", async () => {
    await openFirst();
    frame(1, 11);
    frame(1, 11);
    frame(1, 9);
    expect(numbers()).toEqual([11]);
  });

  test("when two change places, then they are put in order and nothing is asked", async () => {
    await openFirst();
    frame(1, 12);
    expect(numbers()).toEqual([]);
    frame(1, 11);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(numbers()).toEqual([11, 12]);
    expect(asked(1)).toHaveLength(1);
  });

  test("when one is missing, then it is asked for, and nothing on screen is asked for again", async () => {
    await openFirst();
    frame(1, 12);
    frame(1, 13);
    await vi.advanceTimersByTimeAsync(300);
    expect(asked(1).at(-1)).toEqual({ type: "resume", after: 10 });
    for (const seq of [11, 12, 13]) {
      frame(1, seq);
    }
    resumed(1, 13, true);
    expect(numbers()).toEqual([11, 12, 13]);
    expect(gaps).toBe(1);
  });

  test("when one is missing that is no longer kept, then the page asks anew and goes on from there", async () => {
    await openFirst();
    frame(1, 600);
    await vi.advanceTimersByTimeAsync(300);
    frame(1, 601);
    resumed(1, 600, false);
    expect(gaps).toBe(2);
    expect(numbers()).toEqual([601]);
  });

  test("when another is missing while an answer is on its way, then that is asked for after it", async () => {
    await openFirst();
    frame(1, 12);
    await vi.advanceTimersByTimeAsync(300);
    frame(1, 14);
    await vi.advanceTimersByTimeAsync(300);
    expect(asked(1)).toHaveLength(2);
    frame(1, 11);
    resumed(1, 12, true);
    await vi.advanceTimersByTimeAsync(300);
    expect(asked(1).at(-1)).toEqual({ type: "resume", after: 12 });
    expect(gaps).toBe(1);
  });

  test("when the last of them was lost, then it is found within the minute", async () => {
    await openFirst();
    await vi.advanceTimersByTimeAsync(MINUTE);
    frame(1, 11);
    resumed(1, 11, true);
    expect(numbers()).toEqual([11]);
  });

  test("when one is of a type that only newer pages know, then its number counts", async () => {
    await openFirst();
    hears(1, { type: "lead.merged", seq: 11, data: {} });
    frame(1, 12);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(numbers()).toEqual([12]);
    expect(asked(1)).toHaveLength(1);
  });

  test("when the server counts from the beginning again, then the page does too", async () => {
    await openFirst();
    socketNumber(1).onclose?.();
    await vi.advanceTimersByTimeAsync(500);
    socketNumber(2).onopen?.();
    resumed(2, 3, false);
    frame(2, 4);
    expect(gaps).toBe(2);
    expect(numbers()).toEqual([4]);
  });

  test("when they come before it is known where to begin, then those wait that are not asked for", async () => {
    link.start();
    await vi.advanceTimersByTimeAsync(0);
    socketNumber(1).onopen?.();
    frame(1, 10);
    frame(1, 11);
    expect(numbers()).toEqual([]);
    resumed(1, 10, false);
    expect(numbers()).toEqual([11]);
    expect(gaps).toBe(1);
  });
});

describe("given a tab that takes over from another", () => {
  test("then it asks for what came after the last that the other passed on", async () => {
    link = linkFrom(41);
    link.start();
    await vi.advanceTimersByTimeAsync(0);
    socketNumber(1).onopen?.();
    expect(asked(1)).toEqual([{ type: "resume", after: 41 }]);
    frame(1, 42);
    resumed(1, 42, true);
    expect(numbers()).toEqual([42]);
    expect(gaps).toBe(0);
  });
});

describe("given a link that is down", () => {
  test("when the network is back, then it does not wait", async () => {
    refuseTickets = true;
    link.start();
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    refuseTickets = false;
    await vi.advanceTimersByTimeAsync(0);
    const before = tickets;
    window.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(0);
    expect(tickets).toBe(before + 1);
    expect(TestSocket.all).toHaveLength(1);
  });

  test("when it is stopped, then nothing is opened any more", async () => {
    await openFirst();
    socketNumber(1).onclose?.();
    link.stop();
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    window.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(0);
    expect(TestSocket.all).toHaveLength(1);
  });
});

function aCall(): object {
  return {
    id: "00000000-0000-7000-8000-000000000001",
    direction: "INBOUND",
    from: "+14155550132",
    to: "+14155550100",
    status: "IN_PROGRESS",
    stage: "ASSISTANT",
    stageSince: "2026-11-22T10:03:03Z",
    stagePerson: null,
    startedAt: "2026-11-22T10:03:00Z",
    endedAt: null,
    talkSeconds: 0,
    outcome: "ANSWERED",
    leadId: null,
    transferredTo: null,
    assistantSeconds: 0,
    version: 2,
  };
}
