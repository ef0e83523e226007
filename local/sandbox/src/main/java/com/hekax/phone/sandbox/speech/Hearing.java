package com.hekax.phone.sandbox.speech;

import java.time.Duration;

/**
 * How an {@link Ear} listens; the names and values are those of {@code server_vad}.
 *
 * @param threshold 0 to 1: how loud speech is at least; 0 is 60 dB below full scale, 1 is 10
 * @param prefix how much is kept from before the speech
 * @param silence how long nobody speaks when a turn is over
 */
public record Hearing(double threshold, Duration prefix, Duration silence) {
  public static final Hearing DEFAULT =
      new Hearing(0.5, Duration.ofMillis(300), Duration.ofMillis(500));

  /** The mean square of samples that are as loud as the threshold. */
  double power() {
    double decibels = -60 + 50 * threshold;
    return 32768.0 * 32768.0 * Math.pow(10, decibels / 10);
  }
}
