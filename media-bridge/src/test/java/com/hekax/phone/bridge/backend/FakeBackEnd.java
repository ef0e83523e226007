package com.hekax.phone.bridge.backend;

import com.hekax.phone.bridge.json.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The back end: answers what a test decides, and remembers what it was asked. */
public final class FakeBackEnd implements AutoCloseable {
  public static final String SESSION =
      """
      {"callId":"3f0a3c5e-0000-7000-8000-000000000001",
       "organizationId":"3f0a3c5e-0000-7000-8000-000000000002",
       "credential":"secret-of-the-call","resumed":false,"context":"The caller is +15550100.",
       "snapshot":{"version":3,"model":"model-1","transcriptionModel":"gpt-transcribe",
        "voice":"marin","language":"en","instructions":"Be kind.","greeting":"Hello.",
        "resumedGreeting":"Back again.",
        "tools":[
         {"name":"capture_lead","description":"Saves a lead","path":"/api/leads/tools/capture-lead",
          "then":"CONTINUE","parameters":{"type":"object","properties":{"name":{"type":"string"}}}},
         {"name":"transfer_call","description":"Puts through","path":"/api/bridge/tools/transfer-call",
          "then":"TRANSFER","parameters":{"type":"object"}},
         {"name":"end_call","description":"Hangs up","then":"END","parameters":{"type":"object"}}],
        "limits":{"maxCallSeconds":1800,"checkInAfterSeconds":10,"checkIns":2,
         "toolTimeoutMillis":1000}},
       "turnsPath":"/api/calls/1/turns","reportPath":"/api/calls/1/report",
       "redirectsPath":"/api/bridge/redirects","hangupsPath":"/api/bridge/hangups"}
      """;

  /** A request that arrived. */
  public record Asked(String path, JsonObject body, String authorization, String idempotencyKey) {}

  /** What is answered. */
  public record Answer(int status, String body) {}

  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Function<JsonObject, Answer>> answers = new ConcurrentHashMap<>();

  public FakeBackEnd() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
    answer("/api/bridge/sessions", 201, SESSION);
    answer("/api/leads/tools/capture-lead", 200, "{\"ok\":true,\"leadId\":\"l_1\"}");
    answer("/api/bridge/tools/transfer-call", 200, "{\"ok\":true,\"transferring\":true}");
    answer("/api/calls/1/turns", 204, "");
    answer("/api/calls/1/report", 204, "");
    answer("/api/bridge/redirects", 202, "{}");
    answer("/api/bridge/hangups", 202, "{}");
  }

  public URI origin() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  public void answer(String path, int status, String body) {
    answer(path, _ -> new Answer(status, body));
  }

  public void answer(String path, Function<JsonObject, Answer> answer) {
    answers.put(path, answer);
  }

  /** What was asked at this path so far. */
  public List<Asked> asked(String path) {
    return asked.stream().filter(request -> request.path().equals(path)).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var body = JsonObject.parse(text).orElseThrow();
      asked.add(
          new Asked(
              path, body, header(exchange, "Authorization"), header(exchange, "Idempotency-Key")));
      var answer = answers.getOrDefault(path, _ -> new Answer(404, "{}")).apply(body);
      var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
