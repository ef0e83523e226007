package com.hekax.phone.bridge;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.bridge.edge.ActiveCallsMetric;
import com.hekax.phone.bridge.edge.Heartbeat;
import com.hekax.phone.bridge.edge.MediaBridge;
import com.hekax.phone.bridge.edge.TaskProtection;
import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.telemetry.LibraryLog;
import com.hekax.phone.platform.telemetry.Log;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Runs the media bridge until the process is told to end. */
public final class Main {
  /** ECS kills a task two minutes after it asked it to end. */
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    LibraryLog.install();
    var env = Env.current();
    var settings = Settings.of(env);
    var bridge = MediaBridge.start(settings);
    Log.info("The media bridge is ready", field("port", bridge.port()));
    var heartbeat = new Heartbeat(bridge::activeCalls, listeners(env, settings));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(bridge, heartbeat), "drain"));
  }

  @SuppressWarnings("SystemOut") // the log of a container is its standard output
  private static List<IntConsumer> listeners(Env env, Settings settings) {
    var clock = InstantSource.system();
    var listeners = new ArrayList<IntConsumer>();
    listeners.add(
        new ActiveCallsMetric(settings.service(), settings.stage(), clock, System.out::println));
    env.find("ECS_AGENT_URI")
        .map(agent -> new TaskProtection(URI.create(agent), clock))
        .ifPresent(listeners::add);
    return List.copyOf(listeners);
  }

  private static void end(MediaBridge bridge, Heartbeat heartbeat) {
    Log.info("The media bridge takes no more calls", field("calls", bridge.activeCalls()));
    try {
      bridge.drain(PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    bridge.close();
    heartbeat.close();
    Log.info("The media bridge has ended");
  }
}
