import type { components } from "@/api/types";
import type { Answer, Body } from "./api-paths";
import { callPublic, type TokenSource } from "./http";
import { hasStatus } from "./problem";

type Opened = components["responses"]["Session"]["content"]["application/json"];

/** What a log-in asks for beside the password, of people who have set that up. */
export type SecondStep = Extract<Answer<"post", "/api/auth/login">, { secondStep: unknown }>["secondStep"];

/**
 * `unsure` until the first answer; `unreachable` when none came; `ended` is a session that was open in this tab and is
 * over without a sign-out here.
 */
export type SessionState = "unsure" | "unreachable" | "signed-out" | "ended" | "signed-in";

type News = "signed-in" | "signed-out";

/** Ask for the next token this long before the current one runs out. */
const RENEW_BEFORE_MS = 20_000;

/**
 * The session of this browser: a refresh token in a cookie no script can read, an access token in this tab's memory.
 *
 * A refresh token works once, and using it twice ends the session. So within a tab there is one refresh at a time, and
 * between tabs everything that changes the cookie happens under one Web Lock.
 */
export class Session implements TokenSource {
  private state: SessionState = "unsure";
  private accessToken: string | undefined;
  private goodUntil = 0;
  private opened = 0;
  private refreshing: Promise<string | undefined> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly otherTabs = new BroadcastChannel("hekax-session");

  constructor() {
    this.otherTabs.onmessage = ({ data }: MessageEvent<News>) => this.hear(data);
  }

  /** Finds out whether this browser is signed in. */
  async start(): Promise<void> {
    await this.refresh().catch(() => this.become("unreachable"));
  }

  /** Opens a session, or says what is still needed for one. */
  async logIn(body: Body<"post", "/api/auth/login">): Promise<SecondStep | undefined> {
    const answer = await alone(() => callPublic("/api/auth/login", { body }));
    if ("secondStep" in answer) {
      return answer.secondStep;
    }
    this.begin(answer);
    return undefined;
  }

  async takeSecondStep(body: Body<"post", "/api/auth/login/second-step">): Promise<void> {
    this.begin(await alone(() => callPublic("/api/auth/login/second-step", { body })));
  }

  /** Opens the account that somebody signed up for, with the code from their mail. */
  async confirmSignUp(code: string): Promise<void> {
    this.begin(await alone(() => callPublic("/api/auth/signup/confirm", { body: { code } })));
  }

  /** Opens an account for somebody who was invited. */
  async acceptInvitation(body: Body<"post", "/api/auth/invitations/accept">): Promise<void> {
    this.begin(await alone(() => callPublic("/api/auth/invitations/accept", { body })));
  }

  /** Goes on as a member of another organization of the same person. */
  async switchTo(organizationId: string): Promise<void> {
    this.begin(await alone(() => callPublic("/api/auth/switch", { body: { organizationId } })));
  }

  /** Gets a token that says what the person may do now. */
  async takeRightsAnew(): Promise<void> {
    await this.refresh();
  }

  /** Takes note that the server has ended this session at the person's own wish. */
  forget() {
    this.end("signed-out");
    this.tell("signed-out");
  }

  /** Ends the session everywhere in this browser; throws when the server could not be told. */
  async logOut(): Promise<void> {
    await alone(() => callPublic("/api/auth/logout", {}));
    this.forget();
  }

  /** Stops listening to the other tabs. */
  dispose() {
    this.otherTabs.close();
  }

  async token(): Promise<string | undefined> {
    if (this.accessToken !== undefined && Date.now() < this.goodUntil) {
      return this.accessToken;
    }
    return this.state === "signed-in" ? this.refresh() : undefined;
  }

  async renew(refused: string): Promise<string | undefined> {
    // Somebody else in this tab may have renewed it while our answer was under way.
    return this.accessToken !== undefined && this.accessToken !== refused ? this.accessToken : this.refresh();
  }

  readonly current = (): SessionState => this.state;

  /** How many sessions were opened in this tab: nothing of one may be shown in the next. */
  readonly count = (): number => this.opened;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private refresh(): Promise<string | undefined> {
    this.refreshing ??= alone(() => this.askForToken()).finally(() => {
      this.refreshing = undefined;
    });
    return this.refreshing;
  }

  private async askForToken(): Promise<string | undefined> {
    try {
      this.keep(await callPublic("/api/auth/refresh", {}));
    } catch (error) {
      if (!hasStatus(error, 401)) {
        throw error;
      }
      this.end(this.state === "signed-in" ? "ended" : "signed-out");
    }
    return this.accessToken;
  }

  private begin(opened: Opened) {
    this.opened += 1;
    this.keep(opened);
    this.notify();
    this.tell("signed-in");
  }

  private keep(opened: Opened) {
    this.accessToken = opened.accessToken;
    this.goodUntil = Date.now() + opened.expiresInSeconds * 1000 - RENEW_BEFORE_MS;
    this.become("signed-in");
  }

  private end(state: "signed-out" | "ended") {
    this.accessToken = undefined;
    this.become(state);
  }

  private hear(news: News) {
    if (news === "signed-out") {
      this.end("signed-out");
    } else if (this.state === "signed-in") {
      // Perhaps as somebody else: nothing this tab shows may outlive that.
      window.location.reload();
    } else {
      void this.start();
    }
  }

  private tell(news: News) {
    this.otherTabs.postMessage(news);
  }

  private become(state: SessionState) {
    if (this.state !== state) {
      this.state = state;
      this.notify();
    }
  }

  private notify() {
    for (const listener of this.listeners) {
      listener();
    }
  }
}

/** Runs `work` while no other tab changes the session. Browsers have locks wherever the page is served over HTTPS. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request("hekax-session", work) : work();
}
