package com.hekax.phone.notifications.email;

import java.time.Duration;
import java.util.Optional;

/** How one attempt to send an e-mail ended. */
public sealed interface Attempt {

  /** The service has it, and sees to the rest. */
  record Accepted(int status) implements Attempt {}

  /**
   * The service refuses this e-mail, and will again.
   *
   * @param error for the organization to see, as in all of these
   */
  record Refused(int status, String error) implements Attempt {}

  /**
   * The service could not do it now.
   *
   * @param status of its answer, when there was one
   * @param retryAfter the wait it asked for
   */
  record Failed(Optional<Integer> status, Optional<Duration> retryAfter, String error)
      implements Attempt {}

  /**
   * The service takes no e-mail from us now, whomever it is to; it did nothing with it.
   *
   * @param needsUs that does not pass by itself: it is our account that is not in order
   */
  record HeldBack(int status, Optional<Duration> retryAfter, String error, boolean needsUs)
      implements Attempt {}

  /** It could not be made, for a reason on our side. */
  record NotMade() implements Attempt {}
}
