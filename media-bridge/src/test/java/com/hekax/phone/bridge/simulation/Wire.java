package com.hekax.phone.bridge.simulation;

import java.util.random.RandomGenerator;

/** One direction of a connection: late by a little that varies, and never out of order. */
final class Wire {
  private final VirtualTime time;
  private final RandomGenerator random;
  private final int most;
  private long last;

  /**
   * A wire.
   *
   * @param most milliseconds that anything takes
   */
  Wire(VirtualTime time, RandomGenerator random, int most) {
    this.time = time;
    this.random = random;
    this.most = most;
  }

  void send(Runnable arrival) {
    last = Math.max(last, time.now() + random.nextInt(1, most + 1));
    time.at(last, arrival);
  }
}
