package com.hekax.phone.benchmarks;

import java.util.Arrays;

/** Times of one thing, measured again and again; all in milliseconds. */
final class Samples {
  private final long[] sortedNanos;

  Samples(long[] nanos) {
    sortedNanos = nanos.clone();
    Arrays.sort(sortedNanos);
  }

  int count() {
    return sortedNanos.length;
  }

  double min() {
    return percentile(0);
  }

  double median() {
    return percentile(50);
  }

  double max() {
    return percentile(100);
  }

  /** The sample that so many percent of all do not exceed. */
  double percentile(int percent) {
    var rank = (int) Math.ceil(percent / 100.0 * sortedNanos.length);
    return sortedNanos[Math.max(rank, 1) - 1] / 1e6;
  }
}
