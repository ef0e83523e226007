package com.hekax.phone.platform.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.platform.Env;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * AWS on a local socket, as far as tests need it: it answers AWS JSON 1.1 operations as it was
 * told, any other request with an empty object, and remembers what it was asked.
 */
public final class AwsFake implements AutoCloseable {
  private static final ObjectMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final Map<String, Function<ObjectNode, Reply>> operations = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  /** A request as it arrived; the operation is empty for services that speak in paths. */
  public record Request(
      String method, String path, String operation, JsonNode body, String authorization) {}

  /** What an operation answers; see {@link #ok} and {@link #error}. */
  public record Reply(int status, JsonNode body) {}

  public AwsFake() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Says how one operation is answered, for example {@code secretsmanager.GetSecretValue}. */
  public void on(String operation, Function<ObjectNode, Reply> reply) {
    operations.put(operation, reply);
  }

  public static Reply ok(Map<String, ?> body) {
    return new Reply(200, JSON.valueToTree(body));
  }

  /** A refusal as AWS JSON services write it. */
  public static Reply error(int status, String type) {
    return new Reply(status, JSON.valueToTree(Map.of("__type", type, "message", type)));
  }

  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** The settings of a function whose AWS is this one. */
  public Env env(Map<String, String> more) {
    var settings =
        new HashMap<>(
            Map.of(
                "AWS_REGION", "eu-central-1",
                "AWS_ENDPOINT_URL", address().toString(),
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local"));
    settings.putAll(more);
    return Env.of(settings);
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  public long count(String operation) {
    return requests.stream().filter(request -> request.operation().equals(operation)).count();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var body = text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text);
      var operation = header(exchange, "X-Amz-Target");
      requests.add(
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawPath(),
              operation,
              body,
              header(exchange, "Authorization")));
      var reply = operations.getOrDefault(operation, _ -> ok(Map.of())).apply(body.deepCopy());
      var bytes = JSON.writeValueAsBytes(reply.body());
      exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
      exchange.sendResponseHeaders(reply.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getOrDefault(name, List.of("")).getFirst();
  }
}
