package com.hekax.phone.notifications.slack;

import java.time.Duration;
import java.util.Optional;

/** How one attempt to write a message ended. */
sealed interface SlackAttempt {

  /** It is in the channel. */
  record Written() implements SlackAttempt {}

  /**
   * It is to be tried again.
   *
   * @param status of Slack's answer, when there was one
   * @param after the wait it asked for
   * @param error for the organization to see
   * @param doubt that it may be in the channel all the same
   */
  record Later(
      Optional<Integer> status, Optional<Duration> after, String error, Optional<Doubt> doubt)
      implements SlackAttempt {}

  /**
   * Slack refuses this message, and will again.
   *
   * @param error for the organization to see
   */
  record Refused(String error) implements SlackAttempt {}

  /**
   * Slack takes no message before it is connected again.
   *
   * @param reason for the organization to see
   * @param version of the tokens that are no good
   */
  record Lost(String reason, int version) implements SlackAttempt {}

  /** It could not be made, or not to its end, for a reason on our side. */
  record NotMade() implements SlackAttempt {}
}
