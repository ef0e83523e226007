package com.hekax.phone.bridge.edge;

import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * How many calls this process carries, in CloudWatch's embedded metric format: tasks are added by
 * it. The names are those of the scaling policy in template.yaml.
 */
public final class ActiveCallsMetric implements IntConsumer {
  private final String service;
  private final String stage;
  private final InstantSource clock;
  private final Consumer<String> log;

  public ActiveCallsMetric(
      String service, String stage, InstantSource clock, Consumer<String> log) {
    this.service = service;
    this.stage = stage;
    this.clock = clock;
    this.log = log;
  }

  /** Writes one line. */
  @Override
  public void accept(int calls) {
    log.accept(
        """
        {"_aws":{"Timestamp":%d,"CloudWatchMetrics":[{"Namespace":"HekaxPhone",\
        "Dimensions":[["Service","Stage"]],"Metrics":[{"Name":"ActiveCalls","Unit":"Count"}]}]},\
        "Service":"%s","Stage":"%s","ActiveCalls":%d}"""
            .formatted(clock.millis(), service, stage, calls));
  }
}
