package com.hekax.phone.twilio;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads times as Twilio writes them in webhooks. */
public final class TwilioTime {

  /**
   * A time such as {@code Sun, 22 Nov 2026 10:03:03 +0000} (RFC 2822); empty when it is written in
   * another way.
   */
  public static Optional<Instant> parse(String text) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private TwilioTime() {}
}
