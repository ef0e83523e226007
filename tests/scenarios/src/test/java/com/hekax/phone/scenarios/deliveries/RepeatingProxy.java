package com.hekax.phone.scenarios.deliveries;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Between the media bridge and the product. In disorder it makes each request twice, headers and
 * body alike, as a network does on which answers are lost: at once, soon, or when others have been
 * made since; the bridge gets one of the answers.
 */
final class RepeatingProxy implements AutoCloseable {
  /** A caller hears how long the bridge waits. */
  private static final int LATEST_ANSWER_MILLIS = 100;

  private static final int LATEST_REPEAT_MILLIS = 3000;

  /** What belongs to a connection, and is made anew for the next. */
  private static final Set<String> HOP =
      Set.of("connection", "content-length", "host", "http2-settings", "upgrade");

  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile Optional<Random> random = Optional.empty();
  private volatile URI product = URI.create("http://localhost:1");

  RepeatingProxy() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::pass);
    server.start();
  }

  /** What the bridge is told to be the product. */
  URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Where requests are passed on to. */
  void leadTo(URI address) {
    product = address;
  }

  void begin(long seed) {
    random = Optional.of(new Random(seed));
  }

  void end() {
    random = Optional.empty();
  }

  /** How many requests are still to be made or answered. */
  int underWay() {
    return underWay.get();
  }

  @Override
  public void close() {
    server.stop(0);
    client.shutdownNow();
  }

  /** A request as the bridge made it. */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  private record Post(String method, URI path, Map<String, List<String>> headers, byte[] body) {}

  private void pass(HttpExchange exchange) throws IOException {
    underWay.incrementAndGet();
    try (exchange) {
      var post =
          new Post(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              exchange.getRequestHeaders(),
              exchange.getRequestBody().readAllBytes());
      var answer = random.isPresent() ? twice(post, random.get()) : send(post);
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!HOP.contains(name) && !name.equals("transfer-encoding")) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      exchange.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      underWay.decrementAndGet();
    }
  }

  private HttpResponse<byte[]> twice(Post post, Random chance)
      throws IOException, InterruptedException {
    int how;
    int soon;
    int late;
    synchronized (chance) {
      how = chance.nextInt(3);
      soon = chance.nextInt(LATEST_ANSWER_MILLIS);
      late = chance.nextInt(LATEST_REPEAT_MILLIS);
    }
    if (how == 0) {
      send(post);
      Thread.sleep(soon);
      return send(post);
    }
    repeat(post, Duration.ofMillis(how == 1 ? 0 : late));
    return send(post);
  }

  private void repeat(Post post, Duration late) {
    underWay.incrementAndGet();
    Thread.ofVirtual()
        .name("repeat")
        .start(
            () -> {
              try {
                Thread.sleep(late);
                send(post);
              } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
              } catch (IOException lost) {
                throw new UncheckedIOException(lost);
              } finally {
                underWay.decrementAndGet();
              }
            });
  }

  private HttpResponse<byte[]> send(Post post) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(product.resolve(post.path()))
            .timeout(Duration.ofSeconds(30))
            .method(post.method(), BodyPublishers.ofByteArray(post.body()));
    post.headers()
        .forEach(
            (name, values) -> {
              if (!HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }
}
