package com.hekax.phone.bridge.edge;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** The calls of this process: as many as it can carry, and none once it is to end. */
final class Calls {
  private final int most;
  private final AtomicInteger streams = new AtomicInteger();
  private final Set<LiveCall> live = ConcurrentHashMap.newKeySet();
  private volatile boolean draining;

  Calls(int most) {
    this.most = most;
  }

  /** Takes the place of one more stream, to be left by {@link #leave}; false if there is none. */
  boolean enter() {
    if (draining) {
      return false;
    }
    if (streams.incrementAndGet() > most) {
      streams.decrementAndGet();
      return false;
    }
    return true;
  }

  void leave() {
    streams.decrementAndGet();
  }

  void add(LiveCall call) {
    live.add(call);
    var _ = call.finished().whenComplete((_, _) -> live.remove(call));
  }

  int active() {
    return streams.get();
  }

  boolean takesCalls() {
    return !draining;
  }

  /**
   * Takes no more calls, and waits for those there are; those that last longer are ended, and get a
   * moment to say so to the back end.
   */
  void drain(Duration patience, Duration moment) throws InterruptedException {
    draining = true;
    if (!await(patience)) {
      live.forEach(LiveCall::drain);
      await(moment);
    }
  }

  private boolean await(Duration atMost) throws InterruptedException {
    var all = live.stream().map(LiveCall::finished).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(all).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException _) {
      return false;
    }
  }
}
