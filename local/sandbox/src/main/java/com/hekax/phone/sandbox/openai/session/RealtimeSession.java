package com.hekax.phone.sandbox.openai.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.openai.faults.Fault;
import com.hekax.phone.sandbox.openai.wire.ClientEvents;
import com.hekax.phone.sandbox.openai.wire.Json;
import com.hekax.phone.sandbox.openai.wire.Refused;
import com.hekax.phone.sandbox.speech.Heard;
import com.hekax.phone.sandbox.speech.Heard.SpeechStarted;
import com.hekax.phone.sandbox.speech.Heard.SpeechStopped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One WebSocket of the Realtime API, as generally available since 2025-08: takes client events,
 * hears turns, answers. Everything happens on one thread.
 */
public final class RealtimeSession {
  private static final Logger LOG = System.getLogger(RealtimeSession.class.getName());
  private static final int LEAST_COMMIT_MS = 100;
  private static final int GOING_AWAY = 1001;
  private static final int BROKEN = 1011;

  private final World world;
  private final Wire wire;
  private final Loop loop = new Loop(this::broken);
  private final Events events;
  private final Settings settings;
  private final Dialogue dialogue;
  private final InputAudio input = new InputAudio();
  private final Transcriber transcriber;
  private final Responses responses;
  private final SessionRecord record;
  private final Optional<Fault> dropSpeaking;
  private String nextItem = Ids.item();
  private Loop.Timer idle = Loop.Timer.NONE;
  private long spokenMs;

  public RealtimeSession(Model model, World world, Wire wire) {
    this.world = world;
    this.wire = wire;
    var lag = world.faults().take(Fault.Kind.LAG).map(Fault::after).orElse(Duration.ZERO);
    var now = world.clock().instant();
    events = new Events(wire, loop, lag);
    settings = new Settings(model, world.clock(), now.plus(world.pace().session()));
    dialogue = new Dialogue(events);
    transcriber = new Transcriber(events, loop, world);
    var stage = new Stage(world, loop, events, settings, dialogue, new Meter(), this::spoke);
    responses = new Responses(stage, this::answered);
    record = new SessionRecord(settings, dialogue, input, responses, events, now);
    dropSpeaking = world.faults().take(Fault.Kind.DROP_SPEAKING);
  }

  /** The client is there. */
  public void open() {
    loop.execute(
        () -> {
          input.listen(settings.hearing());
          events.send("session.created", Json.object().set("session", settings.shown()));
        });
    loop.after(world.pace().session(), this::expire);
    world.faults().take(Fault.Kind.DROP).ifPresent(drop -> loop.after(drop.after(), wire::drop));
  }

  /** A message of the client. */
  public void receive(String text) {
    loop.execute(() -> handle(text));
  }

  /** The client is gone, in whatever way. */
  public void closed(int code, String reason) {
    var now = world.clock().instant();
    loop.execute(
        () -> {
          record.close(now, code, reason);
          dialogue.forgetAudio();
          responses.all().forEach(Response::forgetAudio);
        });
    loop.close();
  }

  /** What there is to say about the session, also after its end. */
  public SessionView view() throws InterruptedException {
    return loop.ask(record::view).orElseGet(record::view);
  }

  private void handle(String text) {
    var parsed = Json.parse(text);
    var id = parsed.flatMap(event -> Json.text(event, "event_id"));
    try {
      var event =
          parsed.orElseThrow(() -> Refused.because("invalid_json", "The event is not valid JSON."));
      ClientEvents.check(event);
      act(event);
    } catch (Refused refused) {
      events.refuse(refused, id);
    }
  }

  private void act(JsonNode event) {
    switch (event.path("type").asText()) {
      case "session.update" -> update(event.path("session"));
      case "input_audio_buffer.append" -> append(event.path("audio").asText());
      case "input_audio_buffer.commit" -> commit();
      case "input_audio_buffer.clear" -> clear();
      case "conversation.item.create" ->
          dialogue.create(
              event.path("item"), Json.text(event, "previous_item_id"), settings.inputFormat());
      case "conversation.item.retrieve" -> dialogue.retrieve(itemId(event), settings.inputFormat());
      case "conversation.item.truncate" ->
          dialogue.truncate(itemId(event), event.path("audio_end_ms").asLong());
      case "conversation.item.delete" -> dialogue.delete(itemId(event));
      case "response.create" -> {
        idle.cancel();
        responses.create(event.has("response") ? event.path("response") : Json.object());
      }
      case "response.cancel" -> responses.cancel(Json.text(event, "response_id"));
      default -> throw new IllegalStateException("A checked event is known");
    }
  }

  private void update(JsonNode change) {
    settings.update(change, responses.active().isPresent());
    input.listen(settings.hearing());
    events.send("session.updated", Json.object().set("session", settings.shown()));
  }

  private void append(String base64) {
    var audio = Base64Audio.decode("audio", base64);
    for (var change : input.append(settings.inputFormat().toLine(audio))) {
      heard(change);
    }
  }

  private void heard(Heard change) {
    switch (change) {
      case SpeechStarted(var atMs) -> {
        idle.cancel();
        events.send(
            "input_audio_buffer.speech_started",
            Json.object().put("audio_start_ms", atMs).put("item_id", nextItem));
        if (settings.interruptedBySpeech()) {
          responses.interrupt();
        }
      }
      case SpeechStopped(var atMs, var speech) -> {
        events.send(
            "input_audio_buffer.speech_stopped",
            Json.object().put("audio_end_ms", atMs).put("item_id", nextItem));
        turn(speech);
        if (settings.respondsToTurns()) {
          respond();
        }
      }
    }
  }

  private void commit() {
    var audio = input.take();
    var item = Item.heard(nextItem, audio);
    if (item.audioMs() < LEAST_COMMIT_MS) {
      throw Refused.because(
          "input_audio_buffer_commit_empty",
          "Error committing input audio buffer: buffer too small. Expected at least %dms of audio, but buffer only has %dms of audio."
              .formatted(LEAST_COMMIT_MS, item.audioMs()));
    }
    turn(audio);
  }

  private void clear() {
    input.take();
    events.send("input_audio_buffer.cleared", Json.object());
  }

  /** What was heard becomes an item. */
  private void turn(byte[] mulaw) {
    var item = Item.heard(nextItem, mulaw);
    nextItem = Ids.item();
    events.send(
        "input_audio_buffer.committed",
        Json.object()
            .put("previous_item_id", dialogue.last().orElse(null))
            .put("item_id", item.id()));
    dialogue.begin(item);
    dialogue.done(item);
    settings.transcription().ifPresent(model -> transcriber.transcribe(item, model));
  }

  /** A response that nobody asked for in words; it may come too early as well. */
  private void respond() {
    try {
      responses.create(Json.object());
    } catch (Refused refused) {
      events.refuse(refused, Optional.empty());
    }
  }

  private void spoke(long ms) {
    settings.spoken();
    spokenMs += ms;
    if (dropSpeaking.isPresent() && spokenMs >= dropSpeaking.get().after().toMillis()) {
      wire.drop();
    }
  }

  /** After an answer, and the time it takes to hear it, the caller may be silent so long. */
  private void answered(Response response) {
    idle.cancel();
    if (response.isApart() || input.speaking()) {
      return;
    }
    long playedMs = response.output().stream().mapToLong(Item::audioMs).sum();
    settings
        .idleTimeout()
        .ifPresent(
            timeout -> idle = loop.after(timeout.plusMillis(playedMs), () -> timedOut(timeout)));
  }

  private void timedOut(Duration timeout) {
    events.send(
        "input_audio_buffer.timeout_triggered",
        Json.object()
            .put("audio_start_ms", Math.max(0, input.heardMs() - timeout.toMillis()))
            .put("audio_end_ms", input.heardMs())
            .put("item_id", nextItem));
    turn(new byte[0]);
    respond();
  }

  private void expire() {
    events.error(
        "invalid_request_error",
        Optional.of("session_expired"),
        "Your session hit the maximum duration of %d minutes."
            .formatted(world.pace().session().toMinutes()),
        Optional.empty(),
        Optional.empty());
    events.close(GOING_AWAY, "session expired");
  }

  private void broken(RuntimeException failure) {
    LOG.log(Level.ERROR, "A session of the stand-in for OpenAI broke", failure);
    wire.close(BROKEN, "internal error");
  }

  private static String itemId(JsonNode event) {
    return event.path("item_id").asText();
  }

  /** When it was opened. */
  public Instant openedAt() {
    return record.openedAt();
  }
}
