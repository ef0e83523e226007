package com.hekax.phone.notifications;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a failed message is sent again: ten attempts over three days, each wait up to a tenth longer
 * so that what failed together does not come back together.
 */
final class RetrySchedule {
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private final RandomGenerator random;

  RetrySchedule(RandomGenerator random) {
    this.random = random;
  }

  /**
   * How long to wait, or empty when it is to be given up.
   *
   * @param attempts how many have failed
   * @param asked the wait that the receiver asked for, which may be longer than ours
   */
  Optional<Duration> next(int attempts, Optional<Duration> asked) {
    if (attempts > WAITS.size()) {
      return Optional.empty();
    }
    var wait = WAITS.get(attempts - 1);
    var longest = asked.filter(other -> other.compareTo(wait) > 0).orElse(wait);
    return Optional.of(longest.plusMillis((long) (wait.toMillis() * random.nextDouble(0.1))));
  }
}
