package com.hekax.phone.bridge.conversation;

import com.hekax.phone.bridge.conversation.Effect.StartTimer;
import com.hekax.phone.bridge.conversation.Effect.StopTimer;
import com.hekax.phone.bridge.conversation.Effect.Tell;
import com.hekax.phone.bridge.conversation.ModelResponse.Status;
import com.hekax.phone.bridge.conversation.Signal.ModelAudio;
import com.hekax.phone.bridge.conversation.Signal.ResponseCreated;
import com.hekax.phone.bridge.conversation.Signal.ResponseDone;
import com.hekax.phone.bridge.conversation.Signal.TimerFired;
import com.hekax.phone.bridge.conversation.Tool.Then;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A call whose time and signals a test decides, and whose effects it reads. */
abstract class CallTest {
  static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
  static final MediaStream STREAM = new MediaStream("MZ1", "CA1", "AC1", "token");
  static final Limits LIMITS =
      new Limits(Duration.ofMinutes(30), Duration.ofSeconds(10), 2, Duration.ofSeconds(4));
  static final List<Tool> TOOLS =
      List.of(
          new Tool("capture_lead", "", "{}", Optional.of("/api/lead"), Then.CONTINUE),
          new Tool("look_up", "", "{}", Optional.of("/api/look-up"), Then.CONTINUE),
          new Tool("transfer_call", "", "{}", Optional.of("/api/transfer"), Then.TRANSFER),
          new Tool("end_call", "", "{}", Optional.empty(), Then.END));
  static final Snapshot SNAPSHOT =
      new Snapshot(
          7,
          "model-1",
          "gpt-transcribe",
          "marin",
          "en",
          "Be kind.",
          "Hello.",
          "Back.",
          TOOLS,
          LIMITS);
  static final Grant GRANT = new Grant("call-1", "organization-1", false, "", SNAPSHOT);

  final Conversation call = new Conversation("model-1");

  /** Every effect so far, and when. */
  final List<Effect> all = new ArrayList<>();

  long now = 1_000_000;

  /** What the call does about the signal, timers and what operators see left out. */
  List<Effect> on(Signal signal) {
    var effects = call.on(signal);
    all.addAll(effects);
    return effects.stream()
        .filter(effect -> !(effect instanceof StartTimer) && !(effect instanceof StopTimer))
        .filter(effect -> !(effect instanceof Tell))
        .toList();
  }

  void later(long milliseconds) {
    now += milliseconds;
  }

  /** The caller was greeted, heard all of it, and nobody speaks. */
  void talking() {
    ready();
    respond("resp_greeting", Optional.of(Purpose.GREETING), "item_greeting", 1_000);
    later(1_000);
    on(new Signal.MarkReturned(now, "g1:item_greeting:1000"));
    all.clear();
  }

  /** The model has taken the settings, and was asked for the greeting. */
  List<Effect> ready() {
    on(new Signal.Connected(now, true));
    on(new Signal.StreamStarted(now, START, STREAM));
    on(new Signal.ModelOpened(now));
    on(new Signal.SessionGranted(now, GRANT));
    return on(new Signal.SessionUpdated(now, "audio/pcmu", "audio/pcmu"));
  }

  /** A whole response with sound, sent at once. */
  void respond(String responseId, Optional<Purpose> purpose, String itemId, int milliseconds) {
    on(new ResponseCreated(now, responseId, purpose));
    on(new Signal.ItemAdded(now, itemId, Optional.empty()));
    on(audio(responseId, itemId, milliseconds));
    on(new Signal.ModelTextDone(now, itemId, "Words of " + itemId));
    on(new Signal.ItemDone(now, itemId));
    on(done(responseId, purpose, itemId));
  }

  ModelAudio audio(String responseId, String itemId, int milliseconds) {
    return new ModelAudio(now, responseId, itemId, 0, Audio.silence(milliseconds));
  }

  ResponseDone done(String responseId, Optional<Purpose> purpose, String... messages) {
    return done(responseId, Status.COMPLETED, purpose, List.of(messages), List.of());
  }

  ResponseDone calls(String responseId, FunctionCall... calls) {
    return done(responseId, Status.COMPLETED, Optional.empty(), List.of(), List.of(calls));
  }

  ResponseDone done(
      String responseId,
      Status status,
      Optional<Purpose> purpose,
      List<String> messages,
      List<FunctionCall> calls) {
    return new ResponseDone(
        now, new ModelResponse(responseId, status, "", "", purpose, messages, calls, Usage.NONE));
  }

  List<Effect> fire(Timer timer) {
    return on(new TimerFired(now, timer));
  }

  /** All effects so far of one kind. */
  <E extends Effect> List<E> all(Class<E> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
