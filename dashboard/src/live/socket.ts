import { backoffMs } from "./backoff";
import { type Frame, type Message, readMessage } from "./frames";
import { Sequence } from "./sequence";

/** `downSince` is when the link was lost (or first wanted), in epoch milliseconds; undefined while it works. */
export type LinkState = { downSince: number | undefined };

export interface LinkListener {
  /** Each frame once, in the order of their numbers. */
  onFrame(frame: Frame): void;
  /** More was missed than the server still has, or nothing is known yet: what is on screen must be asked for again. */
  onGap(): void;
  onState(state: LinkState): void;
}

export interface SocketListener extends LinkListener {
  /** All frames up to this number have been passed on. */
  onPlace(seq: number): void;
}

/** To ask what was missed keeps the socket from idling out, and finds a last frame that was lost. */
const ASK_EVERY_MS = 60_000;
/** No answer for this long means the network went away without telling us. */
const ANSWER_WITHIN_MS = 10_000;
/** Frames that were sent at the same time may come in another order; after this long one is lost. */
const MISSING_AFTER_MS = 300;
/** The gateway ends every socket at two hours; ours is replaced before. */
const REPLACE_AFTER_MS = 110 * 60_000;

/**
 * Keeps one socket to the server open: asks it every minute, replaces it before it is too old, and opens it again when
 * lost. Frames have numbers; for one that is missing, and after each opening, the server is asked.
 */
export class LiveSocket {
  /** The one that works, and the one being opened in its place. */
  private socket: WebSocket | undefined;
  private candidate: WebSocket | undefined;
  private failures = 0;
  private downSince: number | undefined = Date.now();
  private stopped = false;
  private opening = false;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private askTimer: ReturnType<typeof setInterval> | undefined;
  /** Runs while an answer is waited for. */
  private answerTimer: ReturnType<typeof setTimeout> | undefined;
  private missingTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly sequence: Sequence<Frame | undefined>;
  private replaceTimer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param address a fresh address with an unused ticket, for each opening
   * @param place the number of the last frame that another socket passed on, if there was one before
   */
  constructor(
    private readonly address: () => Promise<string>,
    private readonly listener: SocketListener,
    place?: number,
  ) {
    this.sequence = new Sequence(place);
  }

  start() {
    window.addEventListener("online", this.retryNow);
    document.addEventListener("visibilitychange", this.retryNow);
    void this.open();
  }

  stop() {
    this.stopped = true;
    window.removeEventListener("online", this.retryNow);
    document.removeEventListener("visibilitychange", this.retryNow);
    clearTimeout(this.retryTimer);
    this.release();
    abandon(this.candidate);
  }

  state(): LinkState {
    return { downSince: this.downSince };
  }

  /** The number of the last frame that was passed on with all before it. */
  place(): number | undefined {
    return this.sequence.place();
  }

  private readonly retryNow = () => {
    if (document.visibilityState === "visible" && this.downSince !== undefined && !this.opening) {
      clearTimeout(this.retryTimer);
      void this.open();
    }
  };

  /** Opens a socket; one that is open keeps working until the new one does. */
  private async open(): Promise<void> {
    this.opening = true;
    let socket: WebSocket;
    try {
      socket = new WebSocket(await this.address());
    } catch {
      this.opening = false;
      this.retryLater();
      return;
    }
    if (this.stopped) {
      socket.close();
      return;
    }
    this.candidate = socket;
    socket.onopen = () => this.adopt(socket);
    socket.onmessage = ({ data }) => this.hear(data);
    socket.onclose = () => this.lose(socket);
  }

  private adopt(socket: WebSocket) {
    this.release();
    clearTimeout(this.retryTimer);
    this.socket = socket;
    this.candidate = undefined;
    this.opening = false;
    this.failures = 0;
    this.askTimer = setInterval(() => this.ask(socket), ASK_EVERY_MS);
    this.replaceTimer = setTimeout(() => void this.open(), REPLACE_AFTER_MS);
    this.setDown(undefined);
    this.ask(socket);
  }

  private hear(data: unknown) {
    const message = readMessage(data);
    if (message?.kind === "frame") {
      this.passOn(this.sequence.take(message.seq, message.frame));
    } else if (message?.kind === "resumed") {
      this.goOn(message);
    }
    this.watchForHole();
  }

  private goOn({ seq, complete }: Message & { kind: "resumed" }) {
    clearTimeout(this.answerTimer);
    this.answerTimer = undefined;
    const place = this.sequence.place();
    if (complete && place !== undefined && place >= seq) {
      return;
    }
    this.passOn(this.sequence.goOnFrom(seq));
    this.listener.onGap();
  }

  private passOn(frames: (Frame | undefined)[]) {
    for (const frame of frames) {
      if (frame !== undefined) {
        this.listener.onFrame(frame);
      }
    }
    const place = this.sequence.place();
    if (place !== undefined) {
      this.listener.onPlace(place);
    }
  }

  private watchForHole() {
    if (!this.sequence.hasHole()) {
      clearTimeout(this.missingTimer);
      this.missingTimer = undefined;
    } else if (this.missingTimer === undefined && this.answerTimer === undefined) {
      this.missingTimer = setTimeout(() => {
        this.missingTimer = undefined;
        if (this.socket !== undefined) {
          this.ask(this.socket);
        }
      }, MISSING_AFTER_MS);
    }
  }

  /** Asks for what was missed since the last known number; not while the answer to that is on its way. */
  private ask(socket: WebSocket) {
    if (this.answerTimer !== undefined) {
      return;
    }
    socket.send(JSON.stringify({ type: "resume", after: this.sequence.place() }));
    this.answerTimer = setTimeout(() => this.lose(socket), ANSWER_WITHIN_MS);
  }

  private lose(socket: WebSocket) {
    if (this.stopped || (socket !== this.socket && socket !== this.candidate)) {
      return;
    }
    if (socket === this.candidate) {
      this.candidate = undefined;
      this.opening = false;
    } else {
      this.release();
    }
    if (!this.opening) {
      this.retryLater();
    }
  }

  private retryLater() {
    if (this.stopped) {
      return;
    }
    if (this.socket === undefined && this.downSince === undefined) {
      this.setDown(Date.now());
    }
    clearTimeout(this.retryTimer);
    this.retryTimer = setTimeout(() => void this.open(), backoffMs(this.failures));
    this.failures += 1;
  }

  /** Lets go of the current socket, without it counting as a loss. */
  private release() {
    clearInterval(this.askTimer);
    clearTimeout(this.answerTimer);
    clearTimeout(this.missingTimer);
    this.answerTimer = undefined;
    this.missingTimer = undefined;
    clearTimeout(this.replaceTimer);
    const socket = this.socket;
    this.socket = undefined;
    abandon(socket);
  }

  private setDown(downSince: number | undefined) {
    if (this.downSince !== downSince) {
      this.downSince = downSince;
      this.listener.onState({ downSince });
    }
  }
}

function abandon(socket: WebSocket | undefined) {
  if (socket !== undefined) {
    socket.onopen = null;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  }
}
