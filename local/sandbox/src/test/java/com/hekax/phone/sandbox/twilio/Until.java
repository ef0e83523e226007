package com.hekax.phone.sandbox.twilio;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what another thread brings about. */
final class Until {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** What is there at last; nothing within twenty seconds is a failure. */
  static <T> T found(String what, Supplier<Optional<T>> look) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < end) {
      var found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      LockSupport.parkNanos(5_000_000);
    }
    throw new AssertionError("Never came: " + what);
  }

  private Until() {}
}
