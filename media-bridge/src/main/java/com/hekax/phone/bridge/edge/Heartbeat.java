package com.hekax.phone.bridge.edge;

import com.hekax.phone.platform.telemetry.Log;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;

/** Tells how many calls there are, at once and every ten seconds. */
public final class Heartbeat implements AutoCloseable {
  private static final long SECONDS = 10;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("heartbeat").factory());

  public Heartbeat(IntSupplier calls, List<IntConsumer> listeners) {
    var _ =
        clock.scheduleAtFixedRate(
            () -> listeners.forEach(listener -> tell(listener, calls.getAsInt())),
            0,
            SECONDS,
            TimeUnit.SECONDS);
  }

  /** One that fails must not silence the next beat. */
  private static void tell(IntConsumer listener, int calls) {
    try {
      listener.accept(calls);
    } catch (RuntimeException e) {
      Log.error("A heartbeat failed", e);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
