package com.hekax.phone.notifications.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Somebody else's server on a local socket: a path a webhook, each answering as it was told. */
public final class TestReceiver implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch patience = new CountDownLatch(1);

  /** A message as it arrived. */
  public record Received(String path, Map<String, List<String>> headers, String body, Instant at) {

    public String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().getFirst())
          .findFirst()
          .orElse("");
    }
  }

  /** What a path does with a message. */
  @FunctionalInterface
  public interface Behaviour {
    void answer(HttpExchange exchange) throws IOException;
  }

  public TestReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::receive);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url(String path) {
    return "http://localhost:" + port() + path;
  }

  /** Says what a path does; one that was told nothing answers 200. */
  public void on(String path, Behaviour behaviour) {
    behaviours.put(path, behaviour);
  }

  public static Behaviour status(int status) {
    return status(status, "", Map.of());
  }

  public static Behaviour status(int status, String body, Map<String, String> headers) {
    return exchange -> {
      headers.forEach(exchange.getResponseHeaders()::add);
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Never answers while the test lasts. */
  public Behaviour silence() {
    return _ -> {
      try {
        patience.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  public List<Received> received(String path) {
    return received.stream().filter(message -> message.path().equals(path)).toList();
  }

  /** Forgets what it was told and what it got. */
  public void reset() {
    patience.countDown();
    patience = new CountDownLatch(1);
    behaviours.clear();
    received.clear();
  }

  @Override
  public void close() {
    patience.countDown();
    server.stop(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      received.add(
          new Received(path, Map.copyOf(exchange.getRequestHeaders()), body, Instant.now()));
      behaviours.getOrDefault(path, status(200)).answer(exchange);
    }
  }
}
