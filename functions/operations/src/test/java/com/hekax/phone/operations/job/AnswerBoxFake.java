package com.hekax.phone.operations.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The address that CloudFormation waits at. */
final class AnswerBoxFake implements AutoCloseable {
  private final HttpServer server;
  private final AtomicInteger failures = new AtomicInteger();
  private final List<JsonNode> answers = new CopyOnWriteArrayList<>();
  private final List<String> contentTypes = new CopyOnWriteArrayList<>();

  AnswerBoxFake() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/answer?signature=a%2Fb";
  }

  /** Fails so many requests from now on. */
  void fail(int requests) {
    failures.set(requests);
  }

  /** The answers that were put, and removes them. */
  List<JsonNode> take() {
    var taken = List.copyOf(answers);
    answers.clear();
    return taken;
  }

  List<String> contentTypes() {
    return contentTypes;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      boolean fails = failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
      boolean isRight =
          exchange.getRequestMethod().equals("PUT")
              && exchange.getRequestURI().toString().equals("/answer?signature=a%2Fb");
      if (!fails && isRight) {
        answers.add(Json.tree(body));
        contentTypes.addAll(exchange.getRequestHeaders().getOrDefault("Content-Type", List.of()));
      }
      exchange.sendResponseHeaders(fails ? 503 : isRight ? 200 : 403, -1);
    }
  }
}
