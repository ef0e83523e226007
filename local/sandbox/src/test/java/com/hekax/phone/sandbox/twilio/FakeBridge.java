package com.hekax.phone.sandbox.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.sandbox.speech.Clips;
import com.hekax.phone.sandbox.twilio.line.Sounds;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** The server's end of one media stream: notes all that comes, says what it is told to. */
final class FakeBridge implements WsListener {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final CompletableFuture<WsSession> session = new CompletableFuture<>();
  private volatile String signature = "";
  private volatile boolean closed;

  /** A message and when it came, by {@link System#nanoTime}. */
  record Received(long nanos, JsonNode message) {
    String event() {
      return message.path("event").asText();
    }
  }

  @Override
  public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers) {
    signature = headers.first(HeaderNames.create("x-twilio-signature")).orElse("");
    return Optional.empty();
  }

  @Override
  public void onOpen(WsSession opened) {
    session.complete(opened);
  }

  @Override
  public void onMessage(WsSession from, String text, boolean last) {
    try {
      received.add(new Received(System.nanoTime(), MAPPER.readTree(text)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void onClose(WsSession from, int status, String reason) {
    closed = true;
  }

  @Override
  public void onError(WsSession from, Throwable error) {
    closed = true;
  }

  String signature() {
    return signature;
  }

  boolean isClosed() {
    return closed;
  }

  List<Received> received(String event) {
    return received.stream().filter(one -> one.event().equals(event)).toList();
  }

  List<String> events() {
    return received.stream().map(Received::event).toList();
  }

  /** The first message of a kind. */
  Received await(String event) {
    return await(event, 1);
  }

  /** The message of a kind that is so many-th. */
  Received await(String event, int count) {
    return Until.found(
        count + " " + event, () -> received(event).stream().skip(count - 1L).findFirst());
  }

  void awaitClosed() {
    Until.found("the end of the socket", () -> closed ? Optional.of(true) : Optional.empty());
  }

  String streamSid() {
    return await("start").message().path("streamSid").asText();
  }

  void say(String clip) {
    say(Clips.bundled().find(clip).orElseThrow().mulaw());
  }

  void say(byte[] mulaw) {
    send(
        "{\"event\":\"media\",\"streamSid\":\"%s\",\"media\":{\"payload\":\"%s\"}}"
            .formatted(streamSid(), Base64.getEncoder().encodeToString(mulaw)));
  }

  void hum(int millis) {
    say(Sounds.hum(millis));
  }

  void mark(String name) {
    send(
        "{\"event\":\"mark\",\"streamSid\":\"%s\",\"mark\":{\"name\":\"%s\"}}"
            .formatted(streamSid(), name));
  }

  void clear() {
    send("{\"event\":\"clear\",\"streamSid\":\"%s\"}".formatted(streamSid()));
  }

  void send(String text) {
    streamSid();
    session.join().send(text, true);
  }

  void close(int status) {
    streamSid();
    session.join().close(status, "");
  }

  /** All that the caller said until now, mu-law. */
  byte[] heard() {
    var sound = new java.io.ByteArrayOutputStream();
    received("media")
        .forEach(
            one ->
                sound.writeBytes(
                    Base64.getDecoder()
                        .decode(one.message().path("media").path("payload").asText())));
    return sound.toByteArray();
  }
}
