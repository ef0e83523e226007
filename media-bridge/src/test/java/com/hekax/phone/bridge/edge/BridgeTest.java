package com.hekax.phone.bridge.edge;

import com.hekax.phone.bridge.Settings;
import com.hekax.phone.platform.telemetry.Log;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A bridge between a Twilio, a model and a back end that a test plays. */
abstract class BridgeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  final List<String> log = new CopyOnWriteArrayList<>();
  FakeBackEnd backEnd;
  FakeModel model;
  MediaBridge bridge;

  @BeforeEach
  void startBridge() throws Exception {
    Log.to(log::add);
    backEnd = new FakeBackEnd();
    model = new FakeModel();
    bridge = MediaBridge.start(settings(2));
  }

  @AfterEach
  void stopBridge() {
    bridge.close();
    model.close();
    backEnd.close();
    Log.toConsole();
  }

  Settings settings(int maxCalls) {
    return new Settings(
        0,
        model.address(),
        "sk-test",
        "model-1",
        backEnd.origin(),
        "media-bridge",
        "test",
        maxCalls);
  }

  /** Waits until something is so. */
  static void eventually(String what, Supplier<Boolean> isSo) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isSo.get()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within " + PATIENCE + ": " + what);
      }
      Thread.sleep(5);
    }
  }
}
