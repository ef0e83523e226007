package com.hekax.phone.sandbox.twilio;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.websocket.WsRouting;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A product that answers webhooks as it was told to, with a media server. */
final class FakeProduct implements AutoCloseable {
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
  private final LinkedBlockingQueue<FakeBridge> bridges = new LinkedBlockingQueue<>();
  private final WebServer server;

  /**
   * A webhook that came.
   *
   * @param rawQuery as it stood in the address
   */
  record Told(
      String method,
      String path,
      String rawQuery,
      SortedMap<String, String> form,
      String signature,
      String idempotencyToken) {}

  /**
   * What a path answers.
   *
   * @param delay how long it takes
   */
  record Reply(int status, String contentType, String body, Duration delay) {
    static Reply twiml(String verbs) {
      return new Reply(
          200, "text/xml; charset=utf-8", "<Response>" + verbs + "</Response>", Duration.ZERO);
    }

    static Reply status(int status) {
      return new Reply(status, "text/plain", "", Duration.ZERO);
    }
  }

  FakeProduct() {
    server =
        WebServer.builder()
            .host("127.0.0.1")
            .port(0)
            .shutdownHook(false)
            .shutdownGracePeriod(Duration.ofMillis(100))
            .addRouting(HttpRouting.builder().any("/{+path}", this::answer))
            .addRouting(WsRouting.builder().endpoint("/media", this::bridge))
            .build()
            .start();
  }

  String address() {
    return "http://localhost:" + server.port();
  }

  String mediaUrl() {
    return "ws://localhost:" + server.port() + "/media";
  }

  /** The answers of a path, one after the other; the last for all that follow. */
  void answers(String path, Reply... inOrder) {
    replies.put(path, new ArrayDeque<>(List.of(inOrder)));
  }

  void answers(String path, String verbs) {
    answers(path, Reply.twiml(verbs));
  }

  /** What was told at a path until now. */
  List<Told> told(String path) {
    return told.stream().filter(one -> one.path().equals(path)).toList();
  }

  /** The first that is told at a path. */
  Told awaitTold(String path) {
    return Until.found("a request to " + path, () -> told(path).stream().findFirst());
  }

  /** The next stream that is opened. */
  FakeBridge awaitStream() throws InterruptedException {
    var bridge = bridges.poll(20, TimeUnit.SECONDS);
    if (bridge == null) {
      throw new AssertionError("No stream was opened");
    }
    return bridge;
  }

  @Override
  public void close() {
    server.stop();
  }

  private FakeBridge bridge() {
    var bridge = new FakeBridge();
    bridges.add(bridge);
    return bridge;
  }

  private void answer(ServerRequest request, ServerResponse response) throws InterruptedException {
    var method = request.prologue().method().text();
    var path = request.requestedUri().path().rawPath();
    var form =
        method.equals("POST") ? request.content().as(String.class) : request.query().rawValue();
    told.add(
        new Told(
            method,
            path,
            Objects.requireNonNullElse(request.query().rawValue(), ""),
            fields(form),
            header(request, "x-twilio-signature"),
            header(request, "i-twilio-idempotency-token")));
    var reply = next(path);
    Thread.sleep(reply.delay());
    response
        .status(Status.create(reply.status()))
        .header(HeaderNames.CONTENT_TYPE, reply.contentType())
        .send(reply.body());
  }

  private Reply next(String path) {
    var waiting = replies.getOrDefault(path, new ArrayDeque<>(List.of(Reply.status(204))));
    synchronized (waiting) {
      return waiting.size() > 1 ? waiting.removeFirst() : waiting.getFirst();
    }
  }

  private static SortedMap<String, String> fields(String form) {
    var fields = new TreeMap<String, String>();
    for (var field : form.split("&", -1)) {
      var parts = field.split("=", 2);
      if (parts.length == 2) {
        fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return fields;
  }

  private static String header(ServerRequest request, String name) {
    return request.headers().first(HeaderNames.create(name)).orElse("");
  }

  /** What the account would sign a form to that path with. */
  String signature(TwilioAccount account, Told one) {
    return RequestSignature.of(account.authToken(), URI.create(address() + one.path()), one.form());
  }
}
