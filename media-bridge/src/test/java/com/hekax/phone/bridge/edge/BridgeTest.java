package com.hekax.phone.bridge.edge;

import com.hekax.phone.bridge.Settings;
import com.hekax.phone.bridge.backend.FakeBackEnd;
import com.hekax.phone.platform.telemetry.Log;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A bridge between a Twilio, a model and a back end that a test plays. */
abstract class BridgeTest {
  static final String SOUND = "f39/f39/fw==";
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

  /** A stream that was greeted and has heard the greeting. */
  FakeTwilio greeted() throws InterruptedException {
    var twilio = FakeTwilio.start(bridge.port());
    var session = model.next();
    eventually("greeting asked for", () -> session.events("response.create").size() == 1);
    speak(session, "resp_1", "item_1", "greeting", "Hello.");
    eventually("greeting played", () -> twilio.messages("mark").size() == 1);
    twilio.played(markOf(twilio, 0));
    eventually("greeting saved", () -> backEnd.asked("/api/calls/1/turns").size() == 1);
    return twilio;
  }

  static String markOf(FakeTwilio twilio, int index) {
    return twilio.messages("mark").get(index).object("mark").text("name");
  }

  static void speak(
      FakeModel.Session session, String response, String item, String purpose, String words) {
    session.say(
        "{\"type\":\"response.created\",\"response\":{\"id\":\"%s\",\"metadata\":{\"purpose\":\"%s\"}}}"
            .formatted(response, purpose));
    session.say("{\"type\":\"conversation.item.added\",\"item\":{\"id\":\"%s\"}}".formatted(item));
    session.say(
        """
        {"type":"response.output_audio.delta","event_id":"e","response_id":"%s","item_id":"%s",\
        "output_index":0,"content_index":0,"delta":"%s"}"""
            .formatted(response, item, SOUND));
    session.say(
        "{\"type\":\"response.output_audio_transcript.done\",\"item_id\":\"%s\",\"transcript\":\"%s\"}"
            .formatted(item, words));
    session.say(
        "{\"type\":\"response.output_item.done\",\"item\":{\"id\":\"%s\"}}".formatted(item));
    session.say(
        """
        {"type":"response.done","response":{"id":"%s","status":"completed",
         "metadata":{"purpose":"%s"},"output":[{"id":"%s","type":"message"}]}}"""
            .formatted(response, purpose, item));
  }
}
