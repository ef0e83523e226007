package com.hekax.phone.notifications.webhooks;

import java.time.Duration;
import java.util.Optional;

/** How one attempt to send a message ended. */
public sealed interface Attempt {

  /** The receiver has it. */
  record Accepted(int status, Duration took) implements Attempt {}

  /**
   * The receiver does not have it.
   *
   * @param status of its answer, when there was one
   * @param retryAfter the wait it asked for
   * @param error for the organization to see
   */
  record Refused(Optional<Integer> status, Optional<Duration> retryAfter, String error)
      implements Attempt {

    /** It wants no more, ever (410). */
    boolean isGone() {
      return status.filter(code -> code == 410).isPresent();
    }
  }

  /** It could not be made, for a reason on our side. */
  record NotMade() implements Attempt {}
}
