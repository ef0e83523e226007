package com.hekax.phone.bridge.edge;

import com.hekax.phone.bridge.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Twilio's side of a stream; marks are returned when a test says so. */
final class FakeTwilio implements WebSocket.Listener {
  static final String SIGNATURE = "AAAAAAAAAAAAAAAAAAAAAAAAAAA=";
  static final String START =
      """
      {"event":"start","sequenceNumber":"1","streamSid":"MZ0001","start":{"streamSid":"MZ0001",
       "accountSid":"AC0001","callSid":"CA0001","tracks":["inbound"],
       "customParameters":{"token":"token-1"},
       "mediaFormat":{"encoding":"audio/x-mulaw","sampleRate":8000,"channels":1}}}
      """;

  /** How the bridge closed the stream. */
  record Closed(int code, String reason) {}

  final List<JsonObject> messages = new CopyOnWriteArrayList<>();
  final CompletableFuture<Closed> closed = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;
  private int frames;

  private FakeTwilio(URI address, String signature) {
    var client = HttpClient.newHttpClient();
    var builder = client.newWebSocketBuilder();
    if (!signature.isEmpty()) {
      builder.header("X-Twilio-Signature", signature);
    }
    socket = builder.buildAsync(address, this).join();
  }

  /** Opens a stream; nothing is said on it yet. */
  static FakeTwilio connect(int port, String signature) {
    return new FakeTwilio(URI.create("ws://localhost:" + port + "/media"), signature);
  }

  /** Opens a stream and starts it as Twilio does. */
  static FakeTwilio start(int port) {
    var twilio = connect(port, SIGNATURE);
    twilio.say("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
    twilio.say(START);
    return twilio;
  }

  void say(String frame) {
    socket.sendText(frame, true).join();
  }

  /** Twenty milliseconds of the caller. */
  void hear(String payload) {
    frames++;
    say(
        """
        {"event":"media","sequenceNumber":"%d","streamSid":"MZ0001","media":{"track":"inbound",\
        "chunk":"%d","timestamp":"%d","payload":"%s"}}"""
            .formatted(frames + 1, frames, (frames - 1) * 20, payload));
  }

  /** Returns the marks with these names. */
  void played(String... marks) {
    for (var mark : marks) {
      say(
          "{\"event\":\"mark\",\"streamSid\":\"MZ0001\",\"mark\":{\"name\":\"%s\"}}"
              .formatted(mark));
    }
  }

  void stop() {
    say("{\"event\":\"stop\",\"streamSid\":\"MZ0001\",\"stop\":{\"callSid\":\"CA0001\"}}");
  }

  /** The line breaks. */
  void vanish() {
    socket.abort();
  }

  List<JsonObject> messages(String event) {
    return messages.stream().filter(message -> message.text("event").equals(event)).toList();
  }

  Closed awaitClosed() throws Exception {
    return closed.get(8, TimeUnit.SECONDS);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      messages.add(JsonObject.parse(part.toString()).orElseThrow());
      part.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(new Closed(code, reason));
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete(new Closed(1006, String.valueOf(error.getMessage())));
  }
}
