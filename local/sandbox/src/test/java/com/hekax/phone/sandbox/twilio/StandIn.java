package com.hekax.phone.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.sandbox.console.Faults;
import com.hekax.phone.sandbox.twilio.call.NumberSettings;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The stand-in for Twilio behind a port, and what a test does with it. */
final class StandIn implements AutoCloseable {
  static final TwilioAccount ACCOUNT =
      new TwilioAccount("AC00000000000000000000000000000001", "token");
  static final String NUMBER = "+14155550100";
  static final String CALLER = "+14155550123";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Faults faults = new Faults(InstantSource.system());
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebServer server;

  StandIn(FakeProduct product) {
    this(product, Optional.empty());
  }

  StandIn(FakeProduct product, Optional<NumberSettings> number) {
    var twilio = new Twilio(faults, InstantSource.system(), this::uri);
    server =
        WebServer.builder()
            .host("127.0.0.1")
            .port(0)
            .shutdownHook(false)
            .shutdownGracePeriod(Duration.ofMillis(100))
            .addRouting(
                HttpRouting.builder()
                    .register("/twilio", twilio)
                    .register("/2010-04-01", twilio.rest()))
            .build()
            .start();
    twilio.connect(
        ACCOUNT, product.address(), number.orElseGet(() -> NumberSettings.of(product.address())));
  }

  Faults faults() {
    return faults;
  }

  URI uri() {
    return URI.create("http://localhost:" + server.port());
  }

  /** Rings the product; the script is a list of steps in JSON. */
  String ring(String steps) throws Exception {
    return ring(steps, "");
  }

  /** The same with further fields of the request. */
  String ring(String steps, String more) throws Exception {
    var answer =
        post(
            "/twilio/calls",
            "{\"to\":\"%s\",\"from\":\"%s\",\"script\":{\"steps\":%s}%s}"
                .formatted(NUMBER, CALLER, steps, more));
    if (answer.statusCode() != 202) {
      throw new AssertionError(answer.body());
    }
    return MAPPER.readTree(answer.body()).path("callSid").asText();
  }

  HttpResponse<String> post(String path, String json) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri().resolve(path)).POST(BodyPublishers.ofString(json)).build(),
        BodyHandlers.ofString());
  }

  /** Any request to the console; answers the status. */
  int send(String method, String path, String json) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(uri().resolve(path))
                .method(method, BodyPublishers.ofString(json))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  void phone(String number, String settings) throws Exception {
    var answer =
        client.send(
            HttpRequest.newBuilder(
                    uri()
                        .resolve(
                            "/twilio/phones/" + URLEncoder.encode(number, StandardCharsets.UTF_8)))
                .PUT(BodyPublishers.ofString(settings))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 204) {
      throw new AssertionError(answer.body());
    }
  }

  String phone(String number) {
    return get("/twilio/phones/" + URLEncoder.encode(number, StandardCharsets.UTF_8)).toString();
  }

  JsonNode call(String callSid) {
    return get("/twilio/calls/" + callSid);
  }

  JsonNode get(String path) {
    try {
      return MAPPER.readTree(
          client
              .send(HttpRequest.newBuilder(uri().resolve(path)).build(), BodyHandlers.ofString())
              .body());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The call when all that is told of its end has been. */
  JsonNode awaitReported(String callSid) {
    return Until.found(
        "the end of " + callSid,
        () ->
            Optional.of(call(callSid))
                .filter(call -> call.path("state").asText().equals("reported")));
  }

  /** What happened of one kind. */
  List<JsonNode> timeline(String callSid, String kind) {
    return call(callSid)
        .path("timeline")
        .valueStream()
        .filter(entry -> entry.path("kind").asText().equals(kind))
        .toList();
  }

  JsonNode awaitEntry(String callSid, String kind) {
    return Until.found(
        kind + " in the timeline", () -> timeline(callSid, kind).stream().findFirst());
  }

  /** A REST request of the account. */
  HttpResponse<String> rest(String method, String path, Map<String, String> form) throws Exception {
    return rest(method, path, form, ACCOUNT.accountSid() + ":" + ACCOUNT.authToken());
  }

  HttpResponse<String> rest(
      String method, String path, Map<String, String> form, String credentials) throws Exception {
    var body =
        form.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var account = "/2010-04-01/Accounts/" + ACCOUNT.accountSid() + path;
    boolean post = method.equals("POST");
    var request =
        HttpRequest.newBuilder(
                uri().resolve(post || body.isEmpty() ? account : account + "?" + body))
            .header(
                "authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
            .header("content-type", "application/x-www-form-urlencoded")
            .method(method, post ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    client.close();
    server.stop();
  }
}
