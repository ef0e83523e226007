package com.hekax.phone.scenarios.fuzz;

import java.util.Map;

/**
 * A request, right or wrong.
 *
 * @param kind what it is meant to be, for whoever reads of it
 * @param pathAndQuery encoded
 */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
record FuzzRequest(
    Kind kind,
    Asker asker,
    String method,
    String pathAndQuery,
    Map<String, String> headers,
    byte[] body) {

  /** What it is meant to be. */
  enum Kind {
    /** As the document allows it. */
    RIGHT,
    /** With something wrong in it. */
    DAMAGED,
    /** Of no form. */
    NOISE,
    /** From Twilio, as its signature says. */
    SIGNED
  }

  @Override
  public String toString() {
    return "%s %s %s by %s".formatted(kind, method, pathAndQuery, asker);
  }
}
