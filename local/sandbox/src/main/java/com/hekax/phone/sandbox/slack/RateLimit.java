package com.hekax.phone.sandbox.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * So many of a thing in an interval. What is left of it grows back evenly, so that a short burst
 * passes and no more than the rate does in the long run.
 */
final class RateLimit {
  private final InstantSource clock;
  private final Map<String, Left> left = new HashMap<>();
  private int burst;
  private Duration each;

  /**
   * A limit.
   *
   * @param burst how many pass at once
   * @param each how long it takes until one more may
   */
  RateLimit(InstantSource clock, int burst, Duration each) {
    this.clock = clock;
    this.burst = burst;
    this.each = each;
  }

  private record Left(double tokens, Instant at) {}

  synchronized void change(int newBurst, Duration newEach) {
    burst = newBurst;
    each = newEach;
    left.clear();
  }

  /** Counts one of {@code name}; refused when there have been too many. */
  synchronized void count(String name) {
    var now = clock.instant();
    var before = left.get(name);
    double tokens = before == null ? burst : grown(before, now);
    if (tokens < 1) {
      throw new SlackBusyException(secondsUntilOne(tokens));
    }
    left.put(name, new Left(tokens - 1, now));
  }

  private double grown(Left before, Instant now) {
    var passed = Duration.between(before.at(), now).toMillis();
    return Math.min(burst, before.tokens() + passed / (double) each.toMillis());
  }

  /** Whole seconds, and one at least, as the header has them. */
  private long secondsUntilOne(double tokens) {
    return Math.max(1, (long) Math.ceil((1 - tokens) * each.toMillis() / 1000));
  }
}
