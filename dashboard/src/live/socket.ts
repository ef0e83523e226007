import { backoffMs } from "./backoff";
import { type Frame, readFrame } from "./frames";

/** `downSince` is when the link was lost (or first wanted), in epoch milliseconds; undefined while it works. */
export type LinkState = { downSince: number | undefined };

export interface LinkListener {
  onFrame(frame: Frame): void;
  /** Frames may have been missed: what is on screen must be asked for again. */
  onGap(): void;
  onState(state: LinkState): void;
}

const PING_EVERY_MS = 60_000;
/** A ping without an answer for this long means the network went away without telling us. */
const ANSWER_WITHIN_MS = 10_000;
/** The gateway ends every socket at two hours; ours is replaced before. */
const REPLACE_AFTER_MS = 110 * 60_000;

/** Keeps one socket to the server open: pings it, replaces it before it is too old, and opens it again when lost. */
export class LiveSocket {
  /** The one that works, and the one being opened in its place. */
  private socket: WebSocket | undefined;
  private candidate: WebSocket | undefined;
  private failures = 0;
  private downSince: number | undefined = Date.now();
  private stopped = false;
  private opening = false;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private pingTimer: ReturnType<typeof setInterval> | undefined;
  private answerTimer: ReturnType<typeof setTimeout> | undefined;
  private replaceTimer: ReturnType<typeof setTimeout> | undefined;

  /** @param address a fresh address with an unused ticket, for each opening */
  constructor(
    private readonly address: () => Promise<string>,
    private readonly listener: LinkListener,
  ) {}

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
    const replaced = this.socket;
    this.release();
    clearTimeout(this.retryTimer);
    this.socket = socket;
    this.candidate = undefined;
    this.opening = false;
    this.failures = 0;
    this.pingTimer = setInterval(() => this.ping(socket), PING_EVERY_MS);
    this.replaceTimer = setTimeout(() => void this.open(), REPLACE_AFTER_MS);
    this.setDown(undefined);
    if (replaced === undefined) {
      this.listener.onGap();
    }
  }

  private hear(message: unknown) {
    clearTimeout(this.answerTimer);
    const frame = readFrame(message);
    if (frame !== undefined && frame.type !== "pong") {
      this.listener.onFrame(frame);
    }
  }

  private ping(socket: WebSocket) {
    socket.send(JSON.stringify({ type: "ping" }));
    clearTimeout(this.answerTimer);
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
    clearInterval(this.pingTimer);
    clearTimeout(this.answerTimer);
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
