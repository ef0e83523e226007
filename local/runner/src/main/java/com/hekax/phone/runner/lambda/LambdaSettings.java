package com.hekax.phone.runner.lambda;

import java.time.Duration;
import java.util.List;

/**
 * How this machine runs functions.
 *
 * @param environmentsPerFunction at most, unless the template reserves a number
 * @param idleTime how long an unused environment lives
 * @param retryDelays before each further attempt at an event
 */
public record LambdaSettings(
    int environmentsPerFunction, Duration idleTime, List<Duration> retryDelays) {

  /** As on AWS, but with fewer environments than a database on one machine has connections. */
  public static final LambdaSettings STANDARD =
      new LambdaSettings(
          8, Duration.ofMinutes(5), List.of(Duration.ofMinutes(1), Duration.ofMinutes(2)));

  Duration delayBefore(int attempt) {
    return retryDelays.isEmpty()
        ? Duration.ZERO
        : retryDelays.get(Math.min(attempt, retryDelays.size()) - 1);
  }
}
