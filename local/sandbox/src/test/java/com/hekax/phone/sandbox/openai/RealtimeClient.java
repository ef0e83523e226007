package com.hekax.phone.sandbox.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.sandbox.openai.wire.Json;
import com.hekax.phone.sandbox.speech.Clip;
import com.hekax.phone.sandbox.speech.Clips;
import com.hekax.phone.sandbox.speech.MuLaw;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client of the Realtime API. Every event that it gets is held against what OpenAI publishes. */
final class RealtimeClient implements WebSocket.Listener, AutoCloseable {
  static final String MODEL = "gpt-realtime-2.1";
  private static final int FRAME = 160;
  private static final long PATIENCE_SECONDS = 10;

  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<JsonNode> arrived = new LinkedBlockingQueue<>();
  private final List<JsonNode> seen = new ArrayList<>();
  private final StringBuilder message = new StringBuilder();
  private final CompletableFuture<Closed> closed = new CompletableFuture<>();
  private final WebSocket socket;

  /** How the server ended it; 1006 if it only vanished. */
  record Closed(int code, String reason) {}

  private RealtimeClient(URI sandbox, String model) {
    var address =
        URI.create("ws://localhost:%d/v1/realtime?model=%s".formatted(sandbox.getPort(), model));
    socket =
        http.newWebSocketBuilder()
            .header("Authorization", "Bearer sk-test")
            .buildAsync(address, this)
            .join();
  }

  /** A session whose {@code session.created} was read. */
  static RealtimeClient connect(URI sandbox) throws InterruptedException {
    return connect(sandbox, MODEL);
  }

  static RealtimeClient connect(URI sandbox, String model) throws InterruptedException {
    var client = new RealtimeClient(sandbox, model);
    client.next("session.created");
    return client;
  }

  /** A session as a phone call needs it. */
  static RealtimeClient onThePhone(URI sandbox) throws InterruptedException {
    var client = connect(sandbox);
    client.send(PHONE);
    client.next("session.updated");
    return client;
  }

  private static final String PHONE =
      """
      {"type": "session.update", "session": {"type": "realtime",
        "instructions": "You answer for Bright Dental.\\nThe caller's number is +14155550123.",
        "audio": {
          "input": {"format": {"type": "audio/pcmu"}, "transcription": {"model": "gpt-transcribe"},
            "turn_detection": {"type": "server_vad", "threshold": 0.5, "prefix_padding_ms": 300,
              "silence_duration_ms": 500, "create_response": true, "interrupt_response": true}},
          "output": {"format": {"type": "audio/pcmu"}, "voice": "marin"}},
        "tools": [
          {"type": "function", "name": "capture_lead", "description": "Notes who called.",
           "parameters": {"type": "object", "properties": {"name": {"type": "string"},
             "need": {"type": "string"}, "phone": {"type": "string"}}}},
          {"type": "function", "name": "look_up",
           "parameters": {"type": "object", "properties": {"question": {"type": "string"}}}},
          {"type": "function", "name": "transfer_call",
           "parameters": {"type": "object", "properties": {"reason": {"type": "string"}}}},
          {"type": "function", "name": "end_call",
           "parameters": {"type": "object", "properties": {"reason": {"type": "string"}}}}]}}
      """;

  void send(String event) {
    socket.sendText(event, true).join();
  }

  void send(ObjectNode event) {
    send(Json.write(event));
  }

  /** Appends audio as Twilio's frames carry it. */
  void append(byte[] mulaw) {
    for (int i = 0; i < mulaw.length; i += FRAME) {
      var frame = Arrays.copyOfRange(mulaw, i, Math.min(mulaw.length, i + FRAME));
      send(
          Json.object()
              .put("type", "input_audio_buffer.append")
              .put("audio", Base64.getEncoder().encodeToString(frame)));
    }
  }

  /** Says a clip and is quiet after it. */
  void say(String clip) {
    say(clip(clip).mulaw());
  }

  void say(byte[] mulaw) {
    append(mulaw);
    append(MuLaw.silence(Duration.ofMillis(600)));
  }

  void answerTool(String callId, String output) {
    var create = Json.object().put("type", "conversation.item.create");
    create
        .putObject("item")
        .put("type", "function_call_output")
        .put("call_id", callId)
        .put("output", output);
    send(create);
    send("{\"type\": \"response.create\"}");
  }

  /** The next event of a type; the events before it are read over. */
  JsonNode next(String type) throws InterruptedException {
    var skipped = new ArrayList<String>();
    while (true) {
      var event = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(event).as("%s should come after %s", type, skipped).isNotNull();
      assertThat(PublishedEvents.faultsIn(event)).as("%s", event).isEmpty();
      seen.add(event);
      if (event.path("type").asText().equals(type)) {
        return event;
      }
      assertThat(event.path("type").asText()).as("%s", event).isNotEqualTo("error");
      skipped.add(event.path("type").asText());
    }
  }

  /** The next response from here to its end. */
  JsonNode done() throws InterruptedException {
    return next("response.done").path("response");
  }

  /** The code of the error that comes next, or its message if it has no code. */
  JsonNode refused(String event) throws InterruptedException {
    send(event);
    return next("error").path("error");
  }

  /** Nothing of a type comes while the server answers something else. */
  void expectQuiet() throws InterruptedException {
    send("{\"type\": \"input_audio_buffer.clear\"}");
    int before = seen.size();
    next("input_audio_buffer.cleared");
    assertThat(seen.subList(before, seen.size())).hasSize(1);
  }

  /** All events that were read so far. */
  List<JsonNode> seen() {
    return seen;
  }

  List<String> types() {
    return seen.stream().map(event -> event.path("type").asText()).toList();
  }

  /** The audio of an item, put together of its deltas. */
  byte[] audioOf(String itemId) {
    var audio = new ByteArrayOutputStream();
    seen.stream()
        .filter(event -> event.path("type").asText().equals("response.output_audio.delta"))
        .filter(event -> event.path("item_id").asText().equals(itemId))
        .forEach(
            event -> audio.writeBytes(Base64.getDecoder().decode(event.path("delta").asText())));
    return audio.toByteArray();
  }

  Closed closed() throws Exception {
    return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  static Clip clip(String id) {
    return Clips.bundled().find(id).orElseThrow();
  }

  /** The words of the one message of a response. */
  static String words(JsonNode response) {
    var part = response.path("output").path(0).path("content").path(0);
    return part.path("transcript").asText(part.path("text").asText());
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    message.append(part);
    if (last) {
      arrived.add(Json.parse(message.toString()).orElseThrow());
      message.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(new Closed(code, reason));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete(new Closed(1006, ""));
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }
}
