package com.hekax.phone.sandbox.openai;

import static com.hekax.phone.sandbox.openai.RealtimeClient.clip;
import static com.hekax.phone.sandbox.openai.RealtimeClient.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.sandbox.openai.RealtimeClient.Closed;
import com.hekax.phone.sandbox.openai.faults.Fault;
import com.hekax.phone.sandbox.openai.session.Pace;
import com.hekax.phone.sandbox.openai.session.SessionView;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures that were planned over HTTP, and what can be seen of sessions there. */
class FaultsTest extends RealtimeTest {
  private static final String CREATE = "{\"type\": \"response.create\"}";

  @ParameterizedTest
  @CsvSource({
    "rate_limit_exceeded, failed, invalid_request_error, rate_limit_exceeded",
    "insufficient_quota, failed, invalid_request_error, insufficient_quota",
    "server_error, failed, server_error, ''"
  })
  void a_response_fails_as_often_as_planned(String code, String status, String type, String shown)
      throws Exception {
    plan("{\"kind\": \"response\", \"code\": \"%s\", \"times\": 2}".formatted(code));
    try (var client = call()) {
      for (int i = 0; i < 2; i++) {
        client.send(CREATE);
        var response = client.done();
        assertThat(response.path("status").asText()).isEqualTo(status);
        assertThat(response.path("status_details").path("error").path("type").asText())
            .isEqualTo(type);
        assertThat(response.path("status_details").path("error").path("code").asText(""))
            .isEqualTo(shown);
        assertThat(response.path("usage").isNull()).isTrue();
      }
      client.send(CREATE);
      assertThat(client.done().path("status").asText()).isEqualTo("completed");
    }
  }

  @Test
  void a_response_is_cut_by_a_filter_in_the_middle_of_a_word() throws Exception {
    sandbox.openAi().pace(new Pace(Duration.ZERO, 4, Duration.ZERO, Duration.ofMinutes(60)));
    plan("{\"kind\": \"response\", \"code\": \"content_filter\", \"afterMillis\": 100}");
    try (var client = call()) {
      client.send(CREATE);
      var response = client.done();
      assertThat(response.path("status").asText()).isEqualTo("incomplete");
      assertThat(response.path("status_details").path("reason").asText())
          .isEqualTo("content_filter");
      assertThat(words(response)).isNotEmpty().isNotEqualTo(clip("greeting").text());
    }
  }

  @Test
  void a_response_that_never_answers_can_be_cancelled() throws Exception {
    plan("{\"kind\": \"silence\"}");
    try (var client = call()) {
      client.send(CREATE);
      client.next("response.created");
      client.next("rate_limits.updated");
      client.expectQuiet();
      client.send("{\"type\": \"response.cancel\"}");
      assertThat(client.done().path("output")).isEmpty();
      client.send(CREATE);
      assertThat(client.done().path("status").asText()).isEqualTo("completed");
    }
  }

  @Test
  void a_transcript_fails_and_the_conversation_goes_on() throws Exception {
    plan("{\"kind\": \"transcription\"}");
    try (var client = call()) {
      client.say("new-lead-need");
      var failed = client.next("conversation.item.input_audio_transcription.failed");
      assertThat(failed.path("error").path("code").asText()).isEqualTo("audio_unintelligible");
      assertThat(words(client.done())).isEqualTo(clip("ask-name").text());
    }
  }

  @Test
  void a_socket_breaks_without_a_word() throws Exception {
    plan("{\"kind\": \"drop\", \"afterMillis\": 100}");
    try (var client = connect()) {
      assertThat(client.closed()).isEqualTo(new Closed(1006, ""));
      assertThat(ended().code()).isEqualTo(1006);
    }
    connect().close();
  }

  @Test
  void a_socket_breaks_in_the_middle_of_a_word() throws Exception {
    plan("{\"kind\": \"drop-speaking\", \"afterMillis\": 500}");
    try (var client = call()) {
      client.send(CREATE);
      assertThat(client.closed()).isEqualTo(new Closed(1006, ""));
      assertThat(ended().code()).isEqualTo(1006);
      assertThat(session().items().getFirst().audioMs())
          .isBetween(500L, clip("greeting").length().toMillis() - 1);
    }
  }

  @Test
  void a_lagging_session_says_everything_late_and_in_order() throws Exception {
    plan("{\"kind\": \"lag\", \"afterMillis\": 300}");
    long before = System.nanoTime();
    try (var client = call()) {
      client.send(CREATE);
      var response = client.done();
      assertThat(Duration.ofNanos(System.nanoTime() - before))
          .as("three times there and back")
          .isGreaterThanOrEqualTo(Duration.ofMillis(900));
      assertThat(client.audioOf(response.path("output").path(0).path("id").asText()))
          .isEqualTo(clip("greeting").mulaw());
    }
  }

  @Test
  void a_session_ends_when_its_time_is_over() throws Exception {
    assertThat(put("/openai/pace", "{\"sessionSeconds\": 1}").body())
        .contains("\"sessionSeconds\":1");
    try (var client = connect()) {
      assertThat(client.seen().getFirst().path("session").path("expires_at").asLong())
          .isEqualTo(NOW.getEpochSecond() + 1);
      assertThat(client.next("error").path("error").path("code").asText())
          .isEqualTo("session_expired");
      assertThat(client.closed().code()).isEqualTo(1001);
      assertThat(session().errors()).containsExactly("session_expired");
    }
  }

  @Test
  void a_failure_that_is_not_known_is_said() throws Exception {
    var answer = send(request("/openai/faults").POST(BodyPublishers.ofString("{\"kind\": \"x\"}")));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("handshake, slow-connect, drop, drop-speaking");
  }

  @Test
  void planned_failures_can_be_read_and_forgotten() throws Exception {
    plan("{\"kind\": \"handshake\", \"status\": 429, \"times\": 3}");
    assertThat(send(request("/openai/faults").GET()).body())
        .contains("\"status\":429", "\"times\":3");
    send(request("/openai/faults").DELETE());
    assertThat(sandbox.openAi().faults().take(Fault.Kind.HANDSHAKE)).isEmpty();
  }

  @Test
  void a_session_can_be_looked_at_while_it_lasts_and_after() throws Exception {
    try (var client = call()) {
      client.say("ask-parking");
      var call = client.done().path("output").path(0).path("call_id").asText();
      client.answerTool(call, "{\"ok\":true,\"facts\":[]}");
      client.done();
      client.refused("{\"type\": \"response.cancel\"}");

      var body = send(request("/openai/sessions").GET()).body();
      assertThat(body)
          .contains(
              "\"model\":\"gpt-realtime-2.1\"",
              "\"toolCalls\":[\"look_up\"]",
              "\"text\":\"Do you have parking?\"",
              "\"errors\":[\"response_cancel_not_active\"]",
              "\"status\":\"completed\"",
              "\"input_tokens\":");
      assertThat(session().instructionsLength()).isPositive();
      assertThat(session().receivedMs()).isGreaterThan(clip("ask-parking").length().toMillis());
      assertThat(session().ended()).isEmpty();
    }
    assertThat(ended().at()).isEqualTo(NOW);
    assertThat(session().responses()).hasSize(2);
  }

  private SessionView session() throws InterruptedException {
    return sandbox.openAi().sessions().getFirst();
  }

  /** How the newest session ended; the server learns of it after the client. */
  private SessionView.Ended ended() throws InterruptedException {
    var until = Instant.now().plusSeconds(10);
    while (session().ended().isEmpty() && Instant.now().isBefore(until)) {
      Thread.onSpinWait();
    }
    return session().ended().orElseThrow();
  }

  private void plan(String fault) throws Exception {
    var answer = send(request("/openai/faults").POST(BodyPublishers.ofString(fault)));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> put(String path, String body) throws Exception {
    return send(request(path).PUT(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(sandbox.uri().resolve(path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }
}
