package com.hekax.phone.bridge;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.bridge.edge.ActiveCallsMetric;
import com.hekax.phone.bridge.edge.MediaBridge;
import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.telemetry.LibraryLog;
import com.hekax.phone.platform.telemetry.Log;
import java.time.Duration;

/** Runs the media bridge until the process is told to end. */
public final class Main {
  /** ECS kills a task two minutes after it asked it to end. */
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    LibraryLog.install();
    var settings = Settings.of(Env.current());
    var bridge = MediaBridge.start(settings);
    var metric = metric(settings, bridge);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(bridge, metric), "drain"));
    Log.info("The media bridge is ready", field("port", bridge.port()));
  }

  @SuppressWarnings("SystemOut") // the log of a container is its standard output
  private static ActiveCallsMetric metric(Settings settings, MediaBridge bridge) {
    return new ActiveCallsMetric(
        settings.service(), settings.stage(), bridge::activeCalls, System.out::println);
  }

  private static void end(MediaBridge bridge, ActiveCallsMetric metric) {
    Log.info("The media bridge takes no more calls", field("calls", bridge.activeCalls()));
    try {
      bridge.drain(PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    bridge.close();
    metric.close();
    Log.info("The media bridge has ended");
  }
}
