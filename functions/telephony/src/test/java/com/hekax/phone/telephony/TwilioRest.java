package com.hekax.phone.telephony;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Twilio's REST API: remembers by which updates calls were changed, and tells what a test lets it
 * tell.
 */
public final class TwilioRest implements AutoCloseable {
  private static final String CALL = "{\"sid\": \"CA1\", \"status\": \"in-progress\"}";

  private final HttpServer server;
  private final List<Map<String, String>> updates = new CopyOnWriteArrayList<>();
  private final Map<String, String> told = new ConcurrentHashMap<>();
  private final List<String> questions = new CopyOnWriteArrayList<>();
  private final List<String> deleted = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String body = CALL;

  public TwilioRest() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  public String uri() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** The fields of each update, oldest first, and its path as {@code path}. */
  public List<Map<String, String>> updates() {
    return List.copyOf(updates);
  }

  /** What was asked for and not changed: path and query, oldest first. */
  public List<String> questions() {
    return List.copyOf(questions);
  }

  /** The paths of what was deleted, behind the account, oldest first. */
  public List<String> deleted() {
    return List.copyOf(deleted);
  }

  /**
   * Tells this of a path, which is behind the account and may have a query; else nothing is there.
   */
  public void tells(String path, String json) {
    told.put("/2010-04-01/Accounts/" + TwilioPost.ACCOUNT + path, json);
  }

  /** Forgets what it was asked and told, and does what it is asked from now on. */
  public void reset() {
    updates.clear();
    questions.clear();
    deleted.clear();
    told.clear();
    status = 200;
    body = CALL;
  }

  /** Answers everything with an error of Twilio's catalogue. */
  public void fails(int httpStatus, int code) {
    status = httpStatus;
    body =
        "{\"code\": %d, \"message\": \"no\", \"more_info\": \"\", \"status\": %d}"
            .formatted(code, httpStatus);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestMethod().equals("GET")) {
        tell(exchange);
        return;
      }
      if (exchange.getRequestMethod().equals("DELETE")) {
        delete(exchange);
        return;
      }
      var fields = new HashMap<String, String>();
      var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      for (var pair : form.split("&", -1)) {
        int equals = pair.indexOf('=');
        fields.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
      fields.put("path", exchange.getRequestURI().getPath());
      updates.add(fields);
      send(exchange, status, body);
    }
  }

  private void tell(HttpExchange exchange) throws IOException {
    var address = exchange.getRequestURI();
    questions.add(address.toString());
    var known = told.getOrDefault(address.toString(), told.get(address.getPath()));
    if (status != 200) {
      send(exchange, status, body);
    } else if (known == null) {
      send(exchange, 404, "{\"code\": 20404, \"message\": \"no\", \"status\": 404}");
    } else {
      send(exchange, 200, known);
    }
  }

  private void delete(HttpExchange exchange) throws IOException {
    if (status != 200) {
      send(exchange, status, body);
      return;
    }
    deleted.add(
        exchange
            .getRequestURI()
            .getPath()
            .replace("/2010-04-01/Accounts/" + TwilioPost.ACCOUNT, ""));
    exchange.sendResponseHeaders(204, -1);
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
