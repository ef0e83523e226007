import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
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
  states = [];
  link = new LiveSocket(
    async () => {
      tickets += 1;
      if (refuseTickets) {
        throw new Error("No ticket.");
      }
      return `wss://phone.example.com/live?ticket=${tickets}`;
    },
    {
      onFrame: () => undefined,
      onGap: () => {
        gaps += 1;
      },
      onState: (state) => states.push(state),
    },
  );
});

afterEach(() => {
  link.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function openFirst() {
  link.start();
  await vi.advanceTimersByTimeAsync(0);
  socketNumber(1).onopen?.();
}

describe("given a socket that is open", () => {
  test("then it is pinged every minute and stays while it answers", async () => {
    await openFirst();
    for (let minute = 0; minute < 3; minute++) {
      await vi.advanceTimersByTimeAsync(MINUTE);
      socketNumber(1).onmessage?.({ data: '{"v":1,"type":"pong","at":"2026-11-22T10:03:03Z","data":{}}' });
    }
    expect(socketNumber(1).sent).toEqual(Array(3).fill('{"type":"ping"}'));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(TestSocket.all).toHaveLength(1);
    expect(link.state().downSince).toBeUndefined();
  });

  test("when a ping is not answered, then it is given up and opened again with a new ticket", async () => {
    await openFirst();
    await vi.advanceTimersByTimeAsync(MINUTE + 10_000);
    expect(socketNumber(1).closed).toBe(true);
    expect(link.state().downSince).toBe(Date.now());
    await vi.advanceTimersByTimeAsync(500);
    expect(socketNumber(2).url).toBe("wss://phone.example.com/live?ticket=2");
  });

  test("when it is lost, then it comes back after longer and longer waits, and the gap is told", async () => {
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
    expect(gaps).toBe(2);
    expect(states.map((state) => state.downSince === undefined)).toEqual([true, false, true]);
  });

  test("when it is nearly too old, then the next one is open before it is closed, without a gap", async () => {
    await openFirst();
    for (let minute = 0; minute < 110; minute++) {
      await vi.advanceTimersByTimeAsync(MINUTE);
      socketNumber(1).onmessage?.({ data: '{"v":1,"type":"pong","at":"2026-11-22T10:03:03Z","data":{}}' });
    }
    expect(TestSocket.all).toHaveLength(2);
    expect(socketNumber(1).closed).toBe(false);
    socketNumber(2).onopen?.();
    expect(socketNumber(1).closed).toBe(true);
    expect(gaps).toBe(1);
    expect(states).toHaveLength(1);
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
