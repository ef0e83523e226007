package com.hekax.phone.bridge.simulation;

import com.hekax.phone.bridge.conversation.Audio;
import com.hekax.phone.bridge.conversation.Complaint;
import com.hekax.phone.bridge.conversation.FunctionCall;
import com.hekax.phone.bridge.conversation.Item;
import com.hekax.phone.bridge.conversation.Item.ToolOutput;
import com.hekax.phone.bridge.conversation.ModelResponse;
import com.hekax.phone.bridge.conversation.ModelResponse.Status;
import com.hekax.phone.bridge.conversation.Purpose;
import com.hekax.phone.bridge.conversation.ResponseOrder;
import com.hekax.phone.bridge.conversation.Signal;
import com.hekax.phone.bridge.conversation.Usage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One session of the model: hears speech in the sound it is sent, answers it by itself or when it
 * is asked to, faster than real time, stops when the caller speaks, and breaks as the plan says.
 */
final class SimulatedModel {
  private static final int SPEECH_MS = 100;
  private static final int PAUSE_MS = 500;

  private final SimulatedCall call;
  private final VirtualTime time;
  private final RandomGenerator random;
  private final Plan plan;
  private final int number;
  private final Wire wire;
  private final List<String> items = new ArrayList<>();
  private final Map<String, Integer> sentBytes = new HashMap<>();
  private boolean closed;
  private boolean hears;
  private int heardMs;
  private int pauseMs;
  private int made;
  private @Nullable SimulatedResponse active;

  SimulatedModel(
      SimulatedCall call, VirtualTime time, RandomGenerator random, Plan plan, int number) {
    this.call = call;
    this.time = time;
    this.random = random;
    this.plan = plan;
    this.number = number;
    this.wire = new Wire(time, random, plan.wireMillis());
  }

  // ---- the session ----

  void connect() {
    long takes = random.nextInt(50, 400);
    if (random.nextDouble() < plan.modelRefuses()) {
      int status = new int[] {0, 401, 429, 500, 503}[random.nextInt(5)];
      if (random.nextBoolean()) { // or it never answers
        time.after(takes, () -> tell(() -> new Signal.ModelRefused(time.now(), status)));
      }
      return;
    }
    time.after(takes, () -> tell(() -> new Signal.ModelOpened(time.now())));
    if (random.nextDouble() < plan.modelDropsPerMinute()) {
      time.after(random.nextInt(500, 60_000), this::drop);
    }
  }

  void configure() {
    if (random.nextDouble() < plan.modelRefuses() / 4) {
      tell(
          () ->
              new Signal.ModelComplained(
                  time.now(), Complaint.SESSION_UPDATE, "invalid_value", "session.voice"));
      return;
    }
    time.after(
        random.nextInt(20, 200),
        () -> tell(() -> new Signal.SessionUpdated(time.now(), "audio/pcmu", "audio/pcmu")));
  }

  private void drop() {
    if (!closed) {
      closed = true;
      call.signal(new Signal.ModelLost(time.now()));
    }
  }

  /** Our side closes it: nothing of it arrives any more. */
  void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  // ---- what it is told ----

  void hear(Audio audio) {
    if (SimulatedCaller.isSpeech(audio)) {
      pauseMs = 0;
      heardMs += audio.milliseconds();
      if (!hears && heardMs >= SPEECH_MS) {
        hears = true;
        tell(() -> new Signal.SpeechStarted(time.now()));
        stop();
      }
    } else {
      pauseMs += audio.milliseconds();
      if (hears && pauseMs >= PAUSE_MS) {
        hears = false;
        committed();
      }
      if (pauseMs >= PAUSE_MS) {
        heardMs = 0;
      }
    }
  }

  void add(Item item) {
    var id = newItem();
    var previous = append(id);
    if (item instanceof ToolOutput(var callId, _)) {
      call.watch().answered(callId);
    }
    tell(() -> new Signal.ItemAdded(time.now(), id, previous));
  }

  void create(ResponseOrder order) {
    if (active != null) {
      tell(
          () ->
              new Signal.ModelComplained(
                  time.now(),
                  Complaint.RESPONSE_CREATE,
                  "conversation_already_has_active_response",
                  ""));
    } else {
      respond(Optional.of(order.purpose()), order.mayUseTools());
    }
  }

  void cancel(String responseId) {
    if (active != null && active.id().equals(responseId)) {
      stop();
    }
  }

  void truncate(String itemId, int heard) {
    int sent = sentBytes.getOrDefault(itemId, 0) / 8;
    call.watch()
        .check(heard >= 1 && heard <= sent, "truncated %s to %d of %d ms", itemId, heard, sent);
    call.watch().check(items.contains(itemId), "truncated %s, which is not there", itemId);
  }

  void delete(String itemId) {
    call.watch().check(items.remove(itemId), "deleted %s, which is not there", itemId);
  }

  /** The items that are in the conversation, in order. */
  List<String> items() {
    return items;
  }

  // ---- what it does ----

  private void committed() {
    var id = newItem();
    var previous = append(id);
    tell(() -> new Signal.SpeechStopped(time.now()));
    tell(() -> new Signal.SpeechCommitted(time.now(), id, previous));
    time.after(random.nextInt(200, 1_500), () -> transcribed(id));
    if (active == null) {
      respond(Optional.empty(), true);
    }
  }

  private void transcribed(String id) {
    if (random.nextInt(20) == 0) {
      tell(() -> new Signal.TranscriptionFailed(time.now(), "audio_unintelligible"));
    } else {
      tell(() -> new Signal.CallerTranscribed(time.now(), id, "Words of " + id, Usage.NONE));
    }
  }

  private void respond(Optional<Purpose> purpose, boolean mayUseTools) {
    var response =
        new SimulatedResponse("resp_" + number + "_" + made++, purpose, mayUseTools && number < 9);
    active = response;
    if (random.nextDouble() < plan.modelSilent()) {
      if (random.nextBoolean()) {
        tell(() -> new Signal.ResponseCreated(time.now(), response.id(), purpose));
      }
      return;
    }
    tell(() -> new Signal.ResponseCreated(time.now(), response.id(), purpose));
    long thinks = random.nextInt(150, 900);
    if (random.nextDouble() < plan.modelFails()) {
      var code =
          new String[] {"server_error", "rate_limit_exceeded", "insufficient_quota"}
              [random.nextInt(3)];
      time.after(thinks, () -> finish(response, Status.FAILED, code));
      return;
    }
    response.draw(random);
    time.after(thinks, () -> speak(response));
  }

  private void speak(SimulatedResponse response) {
    if (response != active || closed) {
      return;
    }
    if (!response.speaks()) {
      finish(response, Status.COMPLETED, "");
      return;
    }
    if (response.item().isEmpty()) {
      var id = newItem();
      response.begin(id);
      var previous = append(id);
      tell(() -> new Signal.ItemAdded(time.now(), id, previous));
    }
    var id = response.item();
    if (response.takeChunk()) {
      int ms = random.nextInt(1, 6) * 100;
      var audio = Audio.of("A".repeat(ms * 8 * 4 / 3 / 4 * 4 + 4)).orElseThrow();
      sentBytes.merge(id, audio.bytes(), Integer::sum);
      tell(() -> new Signal.ModelAudio(time.now(), response.id(), id, 0, audio));
      tell(() -> new Signal.ModelText(time.now(), id, "some words "));
      time.after(ms / random.nextInt(4, 11), () -> speak(response));
    } else {
      tell(() -> new Signal.ModelTextDone(time.now(), id, "All words of " + id));
      tell(() -> new Signal.ItemDone(time.now(), id));
      boolean filtered = random.nextInt(50) == 0;
      finish(
          response,
          filtered ? Status.INCOMPLETE : Status.COMPLETED,
          filtered ? "content_filter" : "");
    }
  }

  /** The caller speaks, or we do not want it any more. */
  private void stop() {
    var response = active;
    if (response != null) {
      finish(response, Status.CANCELLED, "turn_detected");
    }
  }

  private void finish(SimulatedResponse response, Status status, String why) {
    if (response != active || closed) {
      return;
    }
    active = null;
    var calls = status == Status.COMPLETED ? response.calls() : List.<FunctionCall>of();
    calls.forEach(_ -> append(newItem()));
    var messages = response.item().isEmpty() ? List.<String>of() : List.of(response.item());
    boolean failed = status == Status.FAILED;
    var done =
        new ModelResponse(
            response.id(),
            status,
            failed ? "" : why,
            failed ? why : "",
            response.purpose(),
            messages,
            calls,
            Usage.NONE);
    tell(
        () -> {
          calls.forEach(one -> call.watch().asked(one.callId(), this));
          return new Signal.ResponseDone(time.now(), done);
        });
  }

  private String newItem() {
    return "item_" + number + "_" + made++;
  }

  /** Puts an item at the end; returns what stands before it. */
  private Optional<String> append(String id) {
    var previous = items.isEmpty() ? Optional.<String>empty() : Optional.of(items.getLast());
    items.add(id);
    return previous;
  }

  private void tell(Supplier<Signal> signal) {
    wire.send(
        () -> {
          if (!closed) {
            call.signal(signal.get());
          }
        });
  }
}
