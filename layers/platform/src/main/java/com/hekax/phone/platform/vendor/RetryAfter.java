package com.hekax.phone.platform.vendor;

import com.hekax.phone.platform.vendor.Answer.Answered;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date. */
public final class RetryAfter {
  /** When the other side does not say how long. */
  static final Duration UNSAID = Duration.ofSeconds(30);

  /** Nobody makes us wait longer, whatever the header says. */
  static final Duration LONGEST = Duration.ofHours(24);

  private RetryAfter() {}

  /** The wait that an answer of any status asks for, if it does. */
  public static Optional<Duration> in(Answered answer, Instant now) {
    return answer.header("Retry-After").map(value -> of(Optional.of(value), now));
  }

  static Duration of(Optional<String> header, Instant now) {
    return header.map(String::strip).map(value -> read(value, now)).orElse(UNSAID);
  }

  private static Duration read(String value, Instant now) {
    try {
      if (value.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return capped(Duration.ofSeconds(Long.parseLong(value)));
      }
      var date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return capped(Duration.between(now, date));
    } catch (NumberFormatException e) {
      // An empty value, or digits beyond all measure.
      return value.isEmpty() ? UNSAID : LONGEST;
    } catch (DateTimeException | ArithmeticException e) {
      return UNSAID;
    }
  }

  private static Duration capped(Duration asked) {
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }
}
