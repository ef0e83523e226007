package com.hekax.phone.scenarios;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Waits for what happens in its own time: looks often, and gives up with a sentence. */
public final class Eventually {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(50);

  /** Returns when it is so. */
  public static void eventually(String what, Callable<Boolean> isSo) throws Exception {
    eventuallyThere(what, () -> isSo.call() ? Optional.of(true) : Optional.empty());
  }

  /** Returns the thing when it is there. */
  public static <T> T eventuallyThere(String what, Callable<Optional<T>> look) throws Exception {
    var end = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < end) {
      var found = look.call();
      if (found.isPresent()) {
        return found.get();
      }
      Thread.sleep(LOOK);
    }
    throw new AssertionError("Not within " + LIMIT.toSeconds() + " seconds: " + what);
  }

  private Eventually() {}
}
