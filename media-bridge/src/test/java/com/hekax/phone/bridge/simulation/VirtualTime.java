package com.hekax.phone.bridge.simulation;

import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that jumps to whatever happens next. */
final class VirtualTime {
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
  private long now = 1_000_000;
  private long number;

  private record Event(long at, long number, Runnable work) {}

  long now() {
    return now;
  }

  /** Of two things at the same moment, the one that was planned first happens first. */
  void at(long moment, Runnable work) {
    events.add(new Event(Math.max(now, moment), number++, work));
  }

  void after(long milliseconds, Runnable work) {
    at(now + milliseconds, work);
  }

  /** Lets the next thing happen; false when nothing is left to come. */
  boolean next() {
    var event = events.poll();
    if (event == null) {
      return false;
    }
    now = event.at();
    event.work().run();
    return true;
  }
}
