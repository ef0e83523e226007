package com.hekax.phone.bridge.conversation;

import java.time.Instant;
import java.util.Optional;

/** Something that happened to a call. */
public sealed interface Signal {

  /** When, on a clock that only ever advances; its zero means nothing. */
  long atMillis();

  // ---- the stream ----

  /**
   * Twilio, or somebody, opened the socket.
   *
   * @param maybeSigned it came with what can be Twilio's signature; the back end will tell
   */
  record Connected(long atMillis, boolean maybeSigned) implements Signal {}

  /**
   * The stream began.
   *
   * @param at the same moment on the wall clock
   */
  record StreamStarted(long atMillis, Instant at, MediaStream stream) implements Signal {}

  /** The stream began with a message that is not what Twilio sends. */
  record StreamInvalid(long atMillis) implements Signal {}

  /**
   * The caller's line, speech or not.
   *
   * @param timestampMs when on the caller's own clock; says nothing about what the caller has heard
   */
  record CallerAudio(long atMillis, long timestampMs, Audio audio) implements Signal {}

  /** The caller pressed a key: a digit, a star or a hash. */
  record KeyPressed(long atMillis, char key) implements Signal {}

  /** Twilio returned a mark: what was sent before it was played, or cleared. */
  record MarkReturned(long atMillis, String name) implements Signal {}

  /** Twilio ended the stream. */
  record StreamEnded(long atMillis) implements Signal {}

  /** The socket closed without that. */
  record StreamLost(long atMillis) implements Signal {}

  // ---- the model ----

  /** The model's session exists. */
  record ModelOpened(long atMillis) implements Signal {}

  /**
   * The model could not be reached.
   *
   * @param status of HTTP; 0 when there was no answer
   */
  record ModelRefused(long atMillis, int status) implements Signal {}

  /** The model's socket closed. */
  record ModelLost(long atMillis) implements Signal {}

  /**
   * The model took the settings.
   *
   * @param inputFormat of audio, for example {@code audio/pcmu}
   */
  record SessionUpdated(long atMillis, String inputFormat, String outputFormat) implements Signal {}

  record SpeechStarted(long atMillis) implements Signal {}

  record SpeechStopped(long atMillis) implements Signal {}

  /** What the caller said became an item. */
  record SpeechCommitted(long atMillis, String itemId, Optional<String> previousItemId)
      implements Signal {}

  /** An item is in the conversation, perhaps unfinished. */
  record ItemAdded(long atMillis, String itemId, Optional<String> previousItemId)
      implements Signal {}

  /** What the caller said, in words. */
  record CallerTranscribed(long atMillis, String itemId, String text, Usage usage)
      implements Signal {}

  record TranscriptionFailed(long atMillis, String code) implements Signal {}

  /**
   * A response began.
   *
   * @param purpose empty when the model began it by itself
   */
  record ResponseCreated(long atMillis, String responseId, Optional<Purpose> purpose)
      implements Signal {}

  /** A response makes progress without being heard. */
  record ResponseProgressed(long atMillis, String responseId) implements Signal {}

  record ModelAudio(long atMillis, String responseId, String itemId, int contentIndex, Audio audio)
      implements Signal {}

  /** More of the words of an item. */
  record ModelText(long atMillis, String itemId, String more) implements Signal {}

  /** All words of an item. */
  record ModelTextDone(long atMillis, String itemId, String text) implements Signal {}

  /** No more audio of this item comes. */
  record ItemDone(long atMillis, String itemId) implements Signal {}

  record ResponseDone(long atMillis, ModelResponse response) implements Signal {}

  /**
   * The model refused an event or failed by itself; the socket stays open.
   *
   * @param cause the kind of event it refused
   */
  record ModelComplained(long atMillis, Complaint cause, String code, String parameter)
      implements Signal {}

  // ---- the back end ----

  record SessionGranted(long atMillis, Grant grant) implements Signal {}

  record SessionRefused(long atMillis, Refusal refusal) implements Signal {}

  record SessionUnreachable(long atMillis) implements Signal {}

  record ToolFinished(long atMillis, String callId, ToolOutcome outcome) implements Signal {}

  /** Whether the back end sends the caller elsewhere, as it was asked to. */
  record Redirected(long atMillis, boolean accepted) implements Signal {}

  /** Whether the back end hangs up, as it was asked to. */
  record HungUp(long atMillis, boolean accepted) implements Signal {}

  // ---- the process ----

  record TimerFired(long atMillis, Timer timer) implements Signal {}

  /** The process must end now. */
  record Drained(long atMillis) implements Signal {}
}
