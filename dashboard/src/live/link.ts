import type { Frame } from "./frames";
import { type LinkListener, type LinkState, LiveSocket } from "./socket";

type Shared =
  | { kind: "frame"; frame: Frame }
  | { kind: "place"; seq: number }
  | { kind: "gap" }
  | { kind: "state"; state: LinkState }
  | { kind: "hello" };

/**
 * The live link of this browser. One tab, the one that holds the lock, keeps the socket and passes what it hears to the
 * others; when that tab closes the next one takes over, from the last frame that was passed on.
 */
export class LiveLink {
  private readonly channel: BroadcastChannel;
  private readonly closing = new AbortController();
  private socket: LiveSocket | undefined;
  /** The last number up to which this tab has heard everything. */
  private place: number | undefined;

  /**
   * @param scope names the person and organization, so that tabs of two sessions never share frames
   * @param address a fresh address with an unused ticket, for each opening
   */
  constructor(
    private readonly scope: string,
    private readonly address: () => Promise<string>,
    private readonly listener: LinkListener,
  ) {
    this.channel = new BroadcastChannel(this.name());
  }

  start() {
    this.channel.onmessage = ({ data }: MessageEvent<Shared>) => this.hear(data);
    this.channel.postMessage({ kind: "hello" } satisfies Shared);
    if (!navigator.locks) {
      this.lead();
      return;
    }
    navigator.locks
      .request(this.name(), { signal: this.closing.signal }, () => this.leadUntilClosed())
      .catch((error: unknown) => {
        // Closing while still in the queue for the lock ends the request this way.
        if (!this.closing.signal.aborted) {
          throw error;
        }
      });
  }

  stop() {
    this.closing.abort();
    this.socket?.stop();
    this.channel.close();
  }

  private leadUntilClosed(): Promise<void> {
    return new Promise((release) => {
      if (this.closing.signal.aborted) {
        release();
        return;
      }
      this.closing.signal.addEventListener("abort", () => release());
      this.lead();
    });
  }

  private lead() {
    this.socket = new LiveSocket(
      this.address,
      {
        onFrame: (frame) => {
          this.listener.onFrame(frame);
          this.share({ kind: "frame", frame });
        },
        onPlace: (seq) => this.share({ kind: "place", seq }),
        onGap: () => {
          this.listener.onGap();
          this.share({ kind: "gap" });
        },
        onState: (state) => {
          this.listener.onState(state);
          this.share({ kind: "state", state });
        },
      },
      this.place,
    );
    this.socket.start();
  }

  private hear(shared: Shared) {
    switch (shared.kind) {
      case "frame":
        return this.listener.onFrame(shared.frame);
      case "place":
        this.place = shared.seq;
        return;
      case "gap":
        return this.listener.onGap();
      case "state":
        return this.listener.onState(shared.state);
      case "hello":
        if (this.socket !== undefined) {
          this.welcome(this.socket);
        }
    }
  }

  /** Tells a tab that has just opened how things stand. */
  private welcome(socket: LiveSocket) {
    const seq = socket.place();
    if (seq !== undefined) {
      this.share({ kind: "place", seq });
    }
    this.share({ kind: "state", state: socket.state() });
  }

  private share(shared: Shared) {
    if (!this.closing.signal.aborted) {
      this.channel.postMessage(shared);
    }
  }

  private name() {
    return `hekax-live ${this.scope}`;
  }
}
