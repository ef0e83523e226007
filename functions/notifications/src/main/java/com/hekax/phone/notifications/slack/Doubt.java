package com.hekax.phone.notifications.slack;

import java.time.Duration;
import java.time.Instant;

/**
 * Slack was asked to write a message and is not known to have answered: it may be in the channel.
 *
 * @param since when it was asked, or first was
 * @param until when it was asked last
 */
public record Doubt(Instant since, Instant until) {
  /** How far Slack's clock and ours may be apart. */
  private static final Duration CLOCKS = Duration.ofSeconds(5);

  /** A message may wait for those before it, and is in the channel soon after or never. */
  private static final Duration LATE = Duration.ofSeconds(60);

  /** No message of it is older in Slack's time. */
  Instant earliest() {
    return since.minus(CLOCKS);
  }

  /** No message of it is younger in Slack's time. */
  Instant latest() {
    return until.plus(LATE);
  }
}
