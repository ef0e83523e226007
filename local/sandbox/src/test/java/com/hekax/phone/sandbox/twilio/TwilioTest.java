package com.hekax.phone.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.sandbox.Sandbox;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The stand-in in front of a server that notes what it is told. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // started before each test
class TwilioTest {
  private static final TwilioAccount ACCOUNT =
      new TwilioAccount("AC00000000000000000000000000000001", "token");
  private static final Instant NOW = Instant.parse("2026-11-22T10:03:51Z");

  private final List<Told> told = new CopyOnWriteArrayList<>();
  private HttpServer product;
  private Sandbox sandbox;

  private record Told(SortedMap<String, String> form, String signature, String token) {}

  @BeforeEach
  void start() throws IOException {
    product = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    product.createContext("/api/twilio/status", this::note);
    product.start();
    sandbox = Sandbox.start(0, () -> NOW);
    sandbox.twilio().connect(ACCOUNT, address());
  }

  @AfterEach
  void stop() {
    sandbox.close();
    product.stop(0);
  }

  @Test
  void a_call_is_told_step_by_step_with_its_times_and_signed() throws Exception {
    var answer = place("{\"to\": \"+14155550100\", \"from\": \"+14155550123\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(told).extracting(Told::signature).containsExactlyElementsOf(genuine());
    assertThat(of("CallStatus")).containsExactly("ringing", "in-progress", "completed");
    assertThat(of("SequenceNumber")).containsExactly("0", "1", "2");
    assertThat(of("Timestamp"))
        .containsExactly(
            "Sun, 22 Nov 2026 10:03:03 +0000",
            "Sun, 22 Nov 2026 10:03:09 +0000",
            "Sun, 22 Nov 2026 10:03:51 +0000");
    assertThat(told.getLast().form())
        .containsEntry("AccountSid", ACCOUNT.accountSid())
        .containsEntry("From", "+14155550123")
        .containsEntry("Called", "+14155550100")
        .containsEntry("CallDuration", "42")
        .containsEntry("Duration", "1");
    assertThat(told.getFirst().form()).doesNotContainKey("CallDuration");
    assertThat(told.getFirst().form().get("CallSid")).matches("CA[0-9a-f]{32}");
  }

  @Test
  void a_call_that_nobody_answers_has_no_duration() throws Exception {
    place("{\"to\": \"+14155550100\", \"outcome\": \"no-answer\"}");

    assertThat(of("CallStatus")).containsExactly("ringing", "no-answer");
    assertThat(told.getLast().form()).doesNotContainKey("CallDuration");
  }

  @Test
  void callbacks_are_reordered_and_repeated_when_told() throws Exception {
    place("{\"to\": \"+14155550100\", \"order\": \"reversed\"}");
    assertThat(of("SequenceNumber")).containsExactly("2", "1", "0");

    told.clear();
    place("{\"to\": \"+14155550100\", \"order\": \"twice\"}");
    assertThat(of("SequenceNumber")).containsExactly("0", "0", "1", "1", "2", "2");
    assertThat(told.get(0).token()).isEqualTo(told.get(1).token());
    assertThat(told.get(1).token()).isNotEqualTo(told.get(2).token());
  }

  @Test
  void a_signature_is_wrong_or_missing_when_told() throws Exception {
    place("{\"to\": \"+14155550100\", \"signature\": \"forged\"}");
    assertThat(told).hasSize(3);
    assertThat(told).extracting(Told::signature).doesNotContainAnyElementsOf(genuine());

    told.clear();
    place("{\"to\": \"+14155550100\", \"signature\": \"missing\"}");
    assertThat(told).extracting(Told::signature).containsOnly("");
  }

  @Test
  void what_is_not_understood_is_said() throws Exception {
    assertThat(place("{}").body()).contains("to is the number that is called");
    assertThat(place("{\"to\": \"+14155550100\", \"outcome\": \"lost\"}").body())
        .contains("outcome is one of completed, busy, no-answer, failed, canceled, not lost.");
    assertThat(place("{\"to\": \"+14155550100\", \"talkSeconds\": \"long\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void a_product_that_does_not_answer_is_said() throws Exception {
    product.stop(0);

    assertThat(place("{\"to\": \"+14155550100\"}").body())
        .contains("\"answer\":null", "ConnectException");
  }

  private void note(HttpExchange exchange) throws IOException {
    var form = new TreeMap<String, String>();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (var field : body.split("&", -1)) {
      var parts = field.split("=", 2);
      form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    told.add(
        new Told(
            form,
            header(exchange, "X-Twilio-Signature"),
            header(exchange, "I-Twilio-Idempotency-Token")));
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private static String header(HttpExchange exchange, String name) {
    var value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private List<String> of(String field) {
    return told.stream().map(one -> String.valueOf(one.form().get(field))).toList();
  }

  private List<String> genuine() {
    var status = URI.create(address() + "/api/twilio/status");
    return told.stream()
        .map(one -> RequestSignature.of(ACCOUNT.authToken(), status, one.form()))
        .toList();
  }

  private String address() {
    return "http://localhost:" + product.getAddress().getPort();
  }

  private HttpResponse<String> place(String call) throws Exception {
    var request =
        HttpRequest.newBuilder(sandbox.uri().resolve("/twilio/calls"))
            .POST(BodyPublishers.ofString(call));
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }
}
