package com.hekax.phone.notifications.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is told, and how it has done lately.
 *
 * @param sealedSecret hexadecimal
 * @param failingSince the first failure since the last success
 * @param pausedUntil nothing is sent before
 */
public record Receiver(
    WebhookId id,
    String url,
    String sealedSecret,
    Optional<Instant> failingSince,
    Optional<Instant> pausedUntil) {
  private static final Duration MOST_FAILING = Duration.ofDays(5);

  /** Longer than any wait of the schedule: after it the failures of before do not count. */
  private static final Duration QUIET = Duration.ofDays(2);

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  boolean isPaused(Instant now) {
    return pausedUntil.filter(now::isBefore).isPresent();
  }

  /** Since when it only fails, when it fails now. */
  Instant failingSince(Instant now) {
    boolean quiet = pausedUntil.filter(until -> until.plus(QUIET).isBefore(now)).isPresent();
    return quiet ? now : failingSince.orElse(now);
  }

  /** Whether a failure now is one too many. */
  boolean hasOnlyFailedTooLong(Instant now) {
    return !failingSince(now).plus(MOST_FAILING).isAfter(now);
  }

  /** How long to leave it alone after a failure now: the longer it fails, the longer. */
  Duration pause(Instant now) {
    var tenth = Duration.between(failingSince(now), now).dividedBy(10);
    if (tenth.compareTo(SHORTEST_PAUSE) < 0) {
      return SHORTEST_PAUSE;
    }
    return tenth.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : tenth;
  }
}
