package com.hekax.phone.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * API Gateway's management API over HTTP ("@connections"): takes what is sent to connections, and
 * answers for some of them as the real one does when they are closed, too many, or broken.
 */
public final class TestGateway implements AutoCloseable {
  private static final String PATH = "/live/@connections/";

  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, List<JsonNode>> frames = new ConcurrentHashMap<>();
  private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();
  private final Map<String, Integer> limits = new ConcurrentHashMap<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger mostInFlight = new AtomicInteger();
  private volatile Duration delay = Duration.ZERO;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * @param times how often, before the connection works
   */
  private record Refusal(int status, String error, AtomicInteger times) {}

  TestGateway() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(executor);
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What a connection was sent, oldest first. */
  public List<JsonNode> framesOf(String connectionId) {
    return frames.getOrDefault(connectionId, List.of());
  }

  /** How many connections were ever sent something. */
  public int reached() {
    return frames.size();
  }

  /** How many requests were being answered at the same time, at most. */
  public int mostInFlight() {
    return mostInFlight.get();
  }

  public void gone(String connectionId) {
    refuse(connectionId, 410, "GoneException", Integer.MAX_VALUE);
  }

  public void throttled(String connectionId, int times) {
    refuse(connectionId, 429, "LimitExceededException", times);
  }

  public void broken(String connectionId, int times) {
    refuse(connectionId, 500, "InternalServerErrorException", times);
  }

  /** It takes so many frames, and is broken then. */
  public void brokenAfter(String connectionId, int frames) {
    limits.put(connectionId, frames);
  }

  /** It takes what is sent and never answers. */
  public void silent(String connectionId) {
    refuse(connectionId, 0, "none", Integer.MAX_VALUE);
  }

  /** It takes its time for each answer, so that requests meet. */
  public void slow(Duration each) {
    delay = each;
  }

  void forget() {
    delay = Duration.ZERO;
    frames.clear();
    refusals.clear();
    limits.clear();
    mostInFlight.set(0);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    executor.shutdownNow();
  }

  private void refuse(String connectionId, int status, String error, int times) {
    refusals.put(connectionId, new Refusal(status, error, new AtomicInteger(times)));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = URLDecoder.decode(exchange.getRequestURI().getRawPath(), StandardCharsets.UTF_8);
      if (!exchange.getRequestMethod().equals("POST") || !path.startsWith(PATH)) {
        answer(exchange, 404, "NotFoundException");
        return;
      }
      take(exchange, path.substring(PATH.length()), received(exchange));
    }
  }

  /** A message, after the delay; in flight until then, for whoever has an answer begins another. */
  private byte[] received(HttpExchange exchange) throws IOException {
    int now = inFlight.incrementAndGet();
    mostInFlight.accumulateAndGet(now, Math::max);
    try {
      var body = exchange.getRequestBody().readAllBytes();
      await(delay);
      return body;
    } finally {
      inFlight.decrementAndGet();
    }
  }

  private void take(HttpExchange exchange, String connectionId, byte[] body) throws IOException {
    var refusal = refusals.get(connectionId);
    if (framesOf(connectionId).size() >= limits.getOrDefault(connectionId, Integer.MAX_VALUE)) {
      answer(exchange, 500, "InternalServerErrorException");
    } else if (refusal == null || refusal.times().getAndDecrement() <= 0) {
      frames
          .computeIfAbsent(connectionId, _ -> new CopyOnWriteArrayList<>())
          .add(Json.tree(new String(body, StandardCharsets.UTF_8)));
      exchange.sendResponseHeaders(200, -1);
    } else if (refusal.status() == 0) {
      await(Duration.ofDays(1));
    } else {
      answer(exchange, refusal.status(), refusal.error());
    }
  }

  /** Waits, but not longer than the gateway is there. */
  private void await(Duration time) {
    try {
      var ignored = closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, String error) throws IOException {
    exchange.getResponseHeaders().add("x-amzn-ErrorType", error);
    var body = "{\"message\":\"refused\"}".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
