package com.hekax.phone.sandbox.openai.faults;

import java.time.Duration;

/**
 * One way to fail.
 *
 * @param status the HTTP status of a refused handshake
 * @param after when, or for how long
 * @param code of a response that fails
 */
public record Fault(Kind kind, int status, Duration after, String code) {

  /** What goes wrong. */
  public enum Kind {
    /** The handshake is answered with {@code status}. */
    HANDSHAKE,
    /** The handshake is answered late by {@code after}. */
    SLOW_CONNECT,
    /** The socket breaks {@code after} it was opened. */
    DROP,
    /** The socket breaks in the middle of a word, once so much speech was sent. */
    DROP_SPEAKING,
    /** All events of a session come late by {@code after}, in order: what TCP may do. */
    LAG,
    /**
     * A response fails with {@code code}, or is cut with {@code content_filter}. Its {@code after}
     * counts from its beginning, so it may fail in the middle of a word.
     */
    RESPONSE,
    /** A response begins and nothing follows. */
    SILENCE,
    /** The transcript of what was said cannot be made. */
    TRANSCRIPTION
  }
}
