package com.hekax.phone.operations;

import com.hekax.phone.platform.json.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Lambda as far as a ping needs it: functions in pages of two, and what each answers. */
final class LambdaFake implements AutoCloseable {
  private static final int PAGE = 2;
  private static final Pattern INVOKE =
      Pattern.compile("/2015-03-31/functions/([^/]+)/invocations\\?Qualifier=live");

  private final HttpServer server;
  private final List<String> functions = new CopyOnWriteArrayList<>();
  private final Map<String, String> payloads = new ConcurrentHashMap<>();
  private final Map<String, String> failures = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> notReady = new ConcurrentHashMap<>();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostRunning = new AtomicInteger();
  private volatile CountDownLatch gathering = new CountDownLatch(0);

  LambdaFake() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  void deploy(String... names) {
    functions.clear();
    payloads.clear();
    failures.clear();
    notReady.clear();
    mostRunning.set(0);
    gathering = new CountDownLatch(0);
    functions.addAll(List.of(names));
  }

  /** The function throws. */
  void failIn(String name) {
    failures.put(name, "Unhandled");
  }

  /** The next calls find it without a snapshot. */
  void loseSnapshot(String name, int calls) {
    notReady.put(name, new AtomicInteger(calls));
  }

  /** The first calls are answered once so many of them are there. */
  void answerTogether(int calls) {
    gathering = new CountDownLatch(calls);
  }

  /** What each called function was called with. */
  Map<String, String> payloads() {
    return payloads;
  }

  int mostRunning() {
    return mostRunning.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var payload = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var invoke = INVOKE.matcher(exchange.getRequestURI().toString());
      if (invoke.matches()) {
        invoke(exchange, invoke.group(1), payload);
      } else if (exchange.getRequestURI().getPath().equals("/2015-03-31/functions")
          || exchange.getRequestURI().getPath().equals("/2015-03-31/functions/")) {
        list(exchange);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private void list(HttpExchange exchange) throws IOException {
    var query = exchange.getRequestURI().getQuery();
    int from = query == null ? 0 : Integer.parseInt(query.replaceFirst(".*Marker=", ""));
    int to = Math.min(functions.size(), from + PAGE);
    var answer = Json.MAPPER.createObjectNode();
    var page = answer.putArray("Functions");
    functions.subList(from, to).forEach(name -> page.addObject().put("FunctionName", name));
    if (to < functions.size()) {
      answer.put("NextMarker", Integer.toString(to));
    }
    send(exchange, 200, Json.write(answer));
  }

  private void invoke(HttpExchange exchange, String name, String payload) throws IOException {
    mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      payloads.put(name, payload);
      if (notReady.getOrDefault(name, new AtomicInteger()).getAndDecrement() > 0) {
        exchange.getResponseHeaders().add("x-amzn-ErrorType", "SnapStartNotReadyException");
        send(exchange, 409, "{\"Type\":\"User\",\"Message\":\"restoring\"}");
        return;
      }
      gathering.countDown();
      if (!gathering.await(10, TimeUnit.SECONDS)) {
        throw new IOException("Nobody else called");
      }
      if (failures.containsKey(name)) {
        exchange.getResponseHeaders().add("X-Amz-Function-Error", "Unhandled");
      }
      send(exchange, 200, "{}");
    } catch (InterruptedException e) {
      throw new IOException(e);
    } finally {
      running.decrementAndGet();
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
