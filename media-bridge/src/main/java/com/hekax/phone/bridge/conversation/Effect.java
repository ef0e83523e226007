package com.hekax.phone.bridge.conversation;

import java.time.Duration;

/** Something that a call wants done, in the order in which it says so. */
public sealed interface Effect {

  // ---- the stream ----

  record PlayAudio(Audio audio) implements Effect {}

  /** Asks to be told when all audio before it has been played. */
  record SendMark(String name) implements Effect {}

  /** Drops what has not been played; all marks in flight return at once. */
  record ClearPlayback() implements Effect {}

  /** Closes Twilio's socket with a code of RFC 6455. */
  record CloseStream(int code, String reason) implements Effect {}

  // ---- the model ----

  /** Opens a socket to the model; one that is open is closed. */
  record OpenModel(String model) implements Effect {}

  record CloseModel() implements Effect {}

  /** Sends all settings of the session, formats included. */
  record UpdateSession(String instructions, Snapshot snapshot) implements Effect {}

  record AppendAudio(Audio audio) implements Effect {}

  record AddItem(Item item) implements Effect {}

  /**
   * Makes the model forget what was not heard.
   *
   * @param heardMs at least 1, at most what was sent
   */
  record TruncateItem(String itemId, int contentIndex, int heardMs) implements Effect {}

  record DeleteItem(String itemId) implements Effect {}

  record CreateResponse(ResponseOrder order) implements Effect {}

  record CancelResponse(String responseId) implements Effect {}

  // ---- the back end ----

  /** Answered by {@code SessionGranted}, {@code SessionRefused} or {@code SessionUnreachable}. */
  record ExchangeToken(MediaStream stream) implements Effect {}

  /** Answered by {@code ToolFinished}, at the latest after {@code within}. */
  record CallTool(String callId, String path, String arguments, Duration within)
      implements Effect {}

  record SaveTurn(Turn turn) implements Effect {}

  /** Answered by {@code Redirected}. */
  record Redirect(RedirectReason reason) implements Effect {}

  /** Answered by {@code HungUp}. */
  record HangUp() implements Effect {}

  record SendReport(Report report) implements Effect {}

  // ---- the process ----

  /** Answered by {@code TimerFired}, unless it is stopped or started again before. */
  record StartTimer(Timer timer, Duration after) implements Effect {}

  record StopTimer(Timer timer) implements Effect {}

  /**
   * Something that operators should see.
   *
   * @param detail a code or a number; never a person's words
   */
  record Tell(Happening happening, String detail) implements Effect {}

  /** Nothing more will come; what the call holds is let go. */
  record Finish() implements Effect {}
}
