package com.hekax.phone.notifications;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a failed message is sent again, and when it is given up. Each wait is up to a tenth longer,
 * so that what failed together does not come back together.
 */
public final class RetrySchedule {
  /** Of Standard Webhooks 1.0.0: ten attempts over three days. */
  private static final List<Duration> OF_WEBHOOKS =
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

  /** What people are told is soon of no use: eleven attempts within sixteen hours. */
  private static final List<Duration> OF_MESSAGES =
      List.of(
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(8));

  private final List<Duration> waits;
  private final RandomGenerator random;

  private RetrySchedule(List<Duration> waits, RandomGenerator random) {
    this.waits = waits;
    this.random = random;
  }

  public static RetrySchedule ofWebhooks(RandomGenerator random) {
    return new RetrySchedule(OF_WEBHOOKS, random);
  }

  /** For what people read. */
  public static RetrySchedule ofMessages(RandomGenerator random) {
    return new RetrySchedule(OF_MESSAGES, random);
  }

  /**
   * How long to wait, or empty when it is to be given up.
   *
   * @param attempts how many have failed
   * @param asked the wait that the receiver asked for, which may be longer than ours
   */
  public Optional<Duration> next(int attempts, Optional<Duration> asked) {
    if (attempts > waits.size()) {
      return Optional.empty();
    }
    var wait = waits.get(attempts - 1);
    var longest = asked.filter(other -> other.compareTo(wait) > 0).orElse(wait);
    return Optional.of(longest.plusMillis((long) (wait.toMillis() * random.nextDouble(0.1))));
  }
}
