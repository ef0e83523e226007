package com.hekax.phone.notifications.slack;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** What Slack said to one question. */
sealed interface Reply<T> {

  /** It did what was asked, or told what was asked for. */
  record Done<T>(T value) implements Reply<T> {}

  /** There was too much of it; it did nothing. */
  record Busy<T>(Duration retryAfter) implements Reply<T> {}

  /**
   * It cannot be asked now; it did nothing.
   *
   * @param after when there is a reason to wait that long
   * @param reason for the organization to see
   */
  record NotNow<T>(Optional<Duration> after, String reason) implements Reply<T> {}

  /**
   * It may have done what was asked, or not.
   *
   * @param status of its answer, when there was one
   * @param reason for the organization to see
   */
  record Unsure<T>(Optional<Integer> status, String reason) implements Reply<T> {}

  /** It does not take a message of this form. */
  record Unfit<T>(String word) implements Reply<T> {}

  /**
   * It refuses, and will again.
   *
   * @param reason for the organization to see
   */
  record Refused<T>(String reason) implements Reply<T> {}

  /**
   * Only the organization can mend it, by connecting Slack again.
   *
   * @param reason for the organization to see
   * @param version of the tokens that are no good
   */
  record Lost<T>(String reason, int version) implements Reply<T> {}

  /** The same reply about something that is read from the answer. */
  default <R> Reply<R> map(Function<T, R> read) {
    return switch (this) {
      case Done<T>(var value) -> new Done<>(read.apply(value));
      case Busy<T>(var retryAfter) -> new Busy<>(retryAfter);
      case NotNow<T>(var after, var reason) -> new NotNow<>(after, reason);
      case Unsure<T>(var status, var reason) -> new Unsure<>(status, reason);
      case Unfit<T>(var word) -> new Unfit<>(word);
      case Refused<T>(var reason) -> new Refused<>(reason);
      case Lost<T>(var reason, var version) -> new Lost<>(reason, version);
    };
  }
}
