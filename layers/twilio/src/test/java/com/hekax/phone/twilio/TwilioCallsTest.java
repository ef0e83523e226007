package com.hekax.phone.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.secrets.Secrets;
import com.hekax.phone.twilio.CallUpdate.Done;
import com.hekax.phone.twilio.CallUpdate.OverAlready;
import com.hekax.phone.twilio.CallUpdate.Refused;
import com.hekax.phone.twilio.CallUpdate.TryLater;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TwilioCallsTest {
  private static final String ACCOUNT = "AC" + "0".repeat(32);
  private static final String CALL = "CA" + "0".repeat(31) + "1";

  /** A call as Twilio answers it, with fields that nobody asks for. */
  private static final Reply DONE =
      new Reply(
          200,
          """
          {"sid": "%s", "account_sid": "%s", "status": "in-progress", "direction": "inbound",
           "date_created": "Tue, 24 Nov 2026 10:00:00 +0000", "price": null, "duration": null,
           "subresource_uris": {"recordings": "/x"}, "something_new": {"a": [1]}}
          """
              .formatted(CALL, ACCOUNT));

  private record Reply(int status, String body) {
    static Reply error(int status, int code) {
      return new Reply(
          status,
          "{\"code\": %d, \"message\": \"m\", \"more_info\": \"https://twilio.example\", \"status\": %d}"
              .formatted(code, status));
    }
  }

  private record Asked(String method, String path, String authorization, String body) {}

  private final Queue<Reply> replies = new ArrayDeque<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;
  private TwilioCalls calls;

  @BeforeEach
  void given_Twilio() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
    calls = at("http://localhost:" + server.getAddress().getPort());
  }

  @AfterEach
  void close() {
    end.countDown();
    server.stop(0);
  }

  private static TwilioCalls at(String uri) {
    var account = new TwilioAccount(ACCOUNT, "secret");
    return TwilioCalls.of(
        Env.of(Map.of("TWILIO_API_URL", uri)),
        new Secrets() {
          @Override
          public <T> T get(String name, Class<T> type) {
            assertThat(name).isEqualTo("twilio");
            return type.cast(account);
          }
        });
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders().getFirst("Authorization"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      Reply reply;
      synchronized (replies) {
        reply = replies.size() > 1 ? replies.remove() : replies.element();
      }
      if (reply.status() == 0) {
        // Never answers.
        end.await(30, TimeUnit.SECONDS);
        return;
      }
      var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(reply.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void given_a_call_in_progress_then_it_is_given_other_TwiML() {
    replies.add(DONE);

    assertThat(calls.redirect(CALL, "<Response><Hangup/></Response>")).isEqualTo(new Done());

    assertThat(asked)
        .containsExactly(
            new Asked(
                "POST",
                "/2010-04-01/Accounts/" + ACCOUNT + "/Calls/" + CALL + ".json",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString((ACCOUNT + ":secret").getBytes(StandardCharsets.UTF_8)),
                "Twiml=%3CResponse%3E%3CHangup%2F%3E%3C%2FResponse%3E"));
  }

  @Test
  void given_a_call_in_progress_then_it_is_ended() {
    replies.add(DONE);

    assertThat(calls.hangUp(CALL)).isEqualTo(new Done());

    assertThat(asked).extracting(Asked::body).containsExactly("Status=completed");
  }

  @ParameterizedTest
  @CsvSource({"404,20404", "400,21220", "404,0"})
  void given_a_call_that_is_over_then_that_is_an_answer(int status, int code) {
    replies.add(Reply.error(status, code));

    assertThat(calls.hangUp(CALL)).isEqualTo(new OverAlready());
    assertThat(asked).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"401,20003", "403,20403", "400,21205"})
  void given_that_Twilio_refuses_then_it_is_asked_once(int status, int code) {
    replies.add(Reply.error(status, code));

    assertThat(calls.hangUp(CALL)).isEqualTo(new Refused(status, code));
    assertThat(asked).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void given_that_Twilio_is_busy_for_a_moment_then_it_is_asked_again(int status) {
    replies.add(Reply.error(status, 0));
    replies.add(DONE);

    assertThat(calls.hangUp(CALL)).isEqualTo(new Done());
    assertThat(asked).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void given_that_Twilio_stays_busy_then_it_is_asked_three_times_within_seconds(int status) {
    replies.add(Reply.error(status, 0));
    long start = System.nanoTime();

    assertThat(calls.hangUp(CALL)).isInstanceOf(TryLater.class);

    assertThat(asked).hasSize(3);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void given_that_Twilio_does_not_answer_in_time_then_it_is_asked_again() {
    replies.add(new Reply(0, ""));
    replies.add(DONE);
    long start = System.nanoTime();

    assertThat(calls.hangUp(CALL)).isEqualTo(new Done());

    assertThat(asked).hasSize(2);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(2_400), Duration.ofSeconds(5));
  }

  @Test
  void given_an_answer_that_is_no_JSON_then_nothing_is_concluded_from_it() {
    replies.add(new Reply(200, "<html>"));

    assertThat(calls.hangUp(CALL)).isInstanceOf(TryLater.class);
  }

  @Test
  void given_a_refusal_that_is_no_JSON_then_it_is_no_success() {
    replies.add(new Reply(400, "<html>"));

    assertThat(calls.hangUp(CALL)).isNotInstanceOf(Done.class).isNotInstanceOf(OverAlready.class);
  }

  @Test
  void given_that_nobody_listens_then_it_is_to_be_tried_later() throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    assertThat(at("http://localhost:" + port).hangUp(CALL)).isInstanceOf(TryLater.class);
  }

  @Test
  void given_an_address_elsewhere_without_TLS_then_our_token_is_not_sent_there() {
    assertThatThrownBy(() -> at("http://twilio.example.com"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_a_snapshot_runs_asks_nobody_and_comes_to_an_end() {
    assertThat(TwilioCalls.prime()).isEqualTo(new OverAlready());
    TwilioSignature.prime();
    VoiceTwiml.prime();

    assertThat(asked).isEmpty();
  }
}
