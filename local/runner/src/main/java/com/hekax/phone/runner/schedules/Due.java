package com.hekax.phone.runner.schedules;

import java.time.Instant;
import java.util.Optional;

/** Waits for the next time of one schedule. */
final class Due {
  private final ScheduleTimes times;
  private Optional<Instant> next;

  Due(ScheduleTimes times, Instant start) {
    this.times = times;
    this.next = times.after(start);
  }

  /** Whether it is time; then it waits for the next. Times that were missed are not caught up. */
  boolean isDue(Instant now) {
    if (next.isEmpty() || now.isBefore(next.get())) {
      return false;
    }
    next = times.after(now);
    return true;
  }
}
