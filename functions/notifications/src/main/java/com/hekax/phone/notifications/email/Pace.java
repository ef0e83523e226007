package com.hekax.phone.notifications.email;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets one after the other through, so far apart; what comes too early waits for its turn. */
final class Pace {
  private final Duration gap;
  private final InstantSource clock;
  private Instant nextTurn = Instant.MIN;

  Pace(Duration gap, InstantSource clock) {
    this.gap = gap;
    this.clock = clock;
  }

  void await() throws InterruptedException {
    Thread.sleep(untilMyTurn());
  }

  private synchronized Duration untilMyTurn() {
    var now = clock.instant();
    var turn = nextTurn.isAfter(now) ? nextTurn : now;
    nextTurn = turn.plus(gap);
    return Duration.between(now, turn);
  }
}
