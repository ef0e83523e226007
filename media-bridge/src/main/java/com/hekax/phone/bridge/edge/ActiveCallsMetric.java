package com.hekax.phone.bridge.edge;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * How many calls this process carries, every ten seconds, in CloudWatch's embedded metric format:
 * tasks are added by it. The names are those of the scaling policy in template.yaml.
 */
public final class ActiveCallsMetric implements AutoCloseable {
  private static final long SECONDS = 10;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("active-calls").factory());

  /** Writes a line to {@code sink} every ten seconds, and one at once. */
  public ActiveCallsMetric(String service, String stage, IntSupplier calls, Consumer<String> sink) {
    var _ =
        clock.scheduleAtFixedRate(
            () -> sink.accept(line(service, stage, calls.getAsInt(), System.currentTimeMillis())),
            0,
            SECONDS,
            TimeUnit.SECONDS);
  }

  static String line(String service, String stage, int calls, long timestamp) {
    return """
        {"_aws":{"Timestamp":%d,"CloudWatchMetrics":[{"Namespace":"HekaxPhone",\
        "Dimensions":[["Service","Stage"]],"Metrics":[{"Name":"ActiveCalls","Unit":"Count"}]}]},\
        "Service":"%s","Stage":"%s","ActiveCalls":%d}"""
        .formatted(timestamp, service, stage, calls);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
