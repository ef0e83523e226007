package com.hekax.phone.sandbox.openai;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.sandbox.Sandbox;
import com.hekax.phone.sandbox.console.Faults;
import com.hekax.phone.sandbox.openai.faults.Fault;
import com.hekax.phone.sandbox.openai.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and what the others are told. */
class HandshakeTest extends RealtimeTest {
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void a_session_begins_with_what_it_is() throws Exception {
    try (var client = connect()) {
      var session = client.seen().getFirst().path("session");
      assertThat(session.path("id").asText()).matches("sess_[0-9A-Za-z]{21}");
      assertThat(session.path("model").asText()).isEqualTo("gpt-realtime-2.1");
      assertThat(session.path("expires_at").asLong()).isEqualTo(NOW.getEpochSecond() + 3600);
      assertThat(session.path("audio").path("output").path("format").path("type").asText())
          .as("until it is told otherwise")
          .isEqualTo("audio/pcm");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic c2s6", "Bearer "})
  void without_a_key_it_is_401(String authorization) {
    assertThat(refusal("?model=gpt-realtime-2.1", "Authorization", authorization))
        .isEqualTo(new Refusal(401, "invalid_api_key"));
  }

  @Test
  void without_a_model_it_is_400() {
    assertThat(refusal("", "Authorization", "Bearer sk"))
        .isEqualTo(new Refusal(400, "missing_model"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-4o-realtime-preview", "gpt-realtime-9", "gpt-transcribe"})
  void with_a_model_that_is_not_served_it_is_404(String model) {
    assertThat(refusal("?model=" + model, "Authorization", "Bearer sk"))
        .isEqualTo(new Refusal(404, "model_not_found"));
  }

  @ParameterizedTest
  @CsvSource({"2027-01-19T23:59:59Z, true", "2027-01-20T00:00:00Z, false"})
  void a_model_is_served_until_it_is_shut_down(Instant today, boolean served) throws Exception {
    try (var later = Sandbox.start(0, () -> today)) {
      if (served) {
        RealtimeClient.connect(later.uri(), "gpt-realtime").close();
      } else {
        assertThat(refusal(later.uri(), "?model=gpt-realtime", "Authorization", "Bearer sk"))
            .isEqualTo(new Refusal(404, "model_not_found"));
      }
    }
  }

  @Test
  void a_client_of_the_beta_is_told_so_and_put_out() throws Exception {
    var told = new LinkedBlockingQueue<String>();
    var socket =
        http.newWebSocketBuilder()
            .header("Authorization", "Bearer sk")
            .header("OpenAI-Beta", "realtime=v1")
            .buildAsync(address(sandbox.uri(), "?model=gpt-realtime-2.1"), new Notes(told))
            .join();

    assertThat(told.poll(5, TimeUnit.SECONDS)).contains("\"code\":\"beta_api_shape_disabled\"");
    assertThat(told.poll(5, TimeUnit.SECONDS))
        .isEqualTo("4000 invalid_request_error.beta_api_shape_disabled");
    socket.abort();
  }

  @ParameterizedTest
  @CsvSource({"401, invalid_api_key", "429, rate_limit_exceeded", "500, server_error"})
  void a_planned_refusal_happens_as_often_as_planned(int status, String code) throws Exception {
    sandbox.openAi().faults().add(new Fault(Fault.Kind.HANDSHAKE, status, Duration.ZERO, ""), 2);

    for (int i = 0; i < 2; i++) {
      assertThat(refusal("?model=gpt-realtime-2.1", "Authorization", "Bearer sk"))
          .isEqualTo(new Refusal(status, code));
    }
    connect().close();
  }

  @Test
  void the_console_refuses_too() throws Exception {
    sandbox
        .faults()
        .plan(
            "openai",
            new Faults.Fault(503, Duration.ZERO, Optional.empty()),
            Duration.ofMinutes(1));
    assertThat(refusal("?model=gpt-realtime-2.1", "Authorization", "Bearer sk"))
        .isEqualTo(new Refusal(503, "server_error"));

    sandbox.faults().clear("openai");
    connect().close();
  }

  @Test
  void a_slow_connection_is_slow_once() throws Exception {
    sandbox
        .openAi()
        .faults()
        .add(new Fault(Fault.Kind.SLOW_CONNECT, 0, Duration.ofMillis(300), ""), 1);

    long before = System.nanoTime();
    connect().close();
    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));
    assertThat(sandbox.openAi().faults().all()).isEmpty();
  }

  private record Refusal(int status, String code) {}

  private Refusal refusal(String query, String header, String value) {
    return refusal(sandbox.uri(), query, header, value);
  }

  private Refusal refusal(URI at, String query, String header, String value) {
    var builder = http.newWebSocketBuilder();
    if (!value.isEmpty()) {
      builder.header(header, value);
    }
    try {
      builder.buildAsync(address(at, query), new WebSocket.Listener() {}).join().abort();
      return new Refusal(101, "");
    } catch (CompletionException e) {
      var response = ((WebSocketHandshakeException) requireNonNull(e.getCause())).getResponse();
      assertThat(response.headers().firstValue("content-type")).contains("application/json");
      var body = Json.parse((String) response.body()).orElseThrow();
      return new Refusal(response.statusCode(), body.path("error").path("code").asText());
    }
  }

  private static URI address(URI at, String query) {
    return URI.create("ws://localhost:" + at.getPort() + "/v1/realtime" + query);
  }

  private record Notes(BlockingQueue<String> told) implements WebSocket.Listener {
    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      told.add(text.toString());
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      told.add(code + " " + reason);
      return null;
    }
  }
}
