package com.hekax.phone.crm;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When something that did not get into a CRM is tried again: soon, then ever more rarely up to a
 * quarter of an hour, for two days. Each wait is up to a tenth longer, so that what failed together
 * does not come back together.
 */
final class RetrySchedule {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration MOST = Duration.ofDays(2);
  private static final int DOUBLINGS = 8;

  private final RandomGenerator random;

  RetrySchedule(RandomGenerator random) {
    this.random = random;
  }

  /**
   * How long to wait, or empty when it is to be given up.
   *
   * @param attempts how many have failed before this one
   * @param asked the wait that the CRM asked for
   */
  Optional<Duration> next(Instant begunAt, Instant now, int attempts, Duration asked) {
    if (now.isAfter(begunAt.plus(MOST))) {
      return Optional.empty();
    }
    var doubled = FIRST.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
    var ours = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    var wait = asked.compareTo(ours) > 0 ? asked : ours;
    return Optional.of(wait.plusMillis((long) (ours.toMillis() * random.nextDouble(0.1))));
  }
}
