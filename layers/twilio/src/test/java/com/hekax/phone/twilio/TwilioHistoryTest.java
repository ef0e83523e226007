package com.hekax.phone.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.secrets.Secrets;
import com.hekax.phone.twilio.TwilioAnswer.Found;
import com.hekax.phone.twilio.TwilioAnswer.NotThere;
import com.hekax.phone.twilio.TwilioAnswer.Refused;
import com.hekax.phone.twilio.TwilioAnswer.TryLater;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
class TwilioHistoryTest {
  private static final String ACCOUNT = "AC" + "0".repeat(32);
  private static final String CALL = "CA" + "0".repeat(31) + "1";
  private static final String PATH = "/2010-04-01/Accounts/" + ACCOUNT;
  private static final int NEVER = 0;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile int status = 200;
  private volatile String body = "";
  private HttpServer server;
  private TwilioHistory history;

  @BeforeEach
  void given_Twilio() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
    history =
        TwilioHistory.of(
            Env.of(Map.of("TWILIO_API_URL", "http://localhost:" + server.getAddress().getPort())),
            new Secrets() {
              @Override
              public <T> T get(String name, Class<T> type) {
                return type.cast(new TwilioAccount(ACCOUNT, "secret"));
              }
            });
  }

  @AfterEach
  void close() {
    end.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      if (status == NEVER) {
        end.await(30, TimeUnit.SECONDS);
        return;
      }
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String recording(String sid, String callSid, String source, String state) {
    return """
    {"sid": "%s", "call_sid": %s, "source": "%s", "status": "%s", "duration": "7",
     "date_created": "Tue, 24 Nov 2026 10:00:00 +0000", "price": null, "something_new": [],
     "media_url": "https://api.twilio.com%s/Recordings/%s"}\
    """
        .formatted(sid, callSid, source, state, PATH, sid);
  }

  private static String page(String next, String... recordings) {
    return """
    {"recordings": [%s], "page": 0, "page_size": 100, "next_page_uri": %s, "start": 0, "end": 1,
     "first_page_uri": "/x", "uri": "/x", "previous_page_uri": null}\
    """
        .formatted(String.join(",", recordings), next);
  }

  @Test
  void recordings_are_asked_for_by_the_time_of_their_beginning_and_told_apart() {
    body =
        page(
            "null",
            recording("RE1", "\"" + CALL + "\"", "RecordVerb", "completed"),
            recording("RE2", "\"" + CALL + "\"", "RecordVerb", "processing"),
            recording("RE3", "null", "Conference", "completed"));

    var found = history.recordingsSince(Instant.parse("2026-11-24T09:30:15Z"));

    var url = "https://api.twilio.com" + PATH + "/Recordings/";
    assertThat(found)
        .isEqualTo(
            new Found<>(
                new RecordingPage(
                    List.of(
                        new PastRecording("RE1", CALL, url + "RE1", 7, true, true),
                        new PastRecording("RE2", CALL, url + "RE2", 7, true, false),
                        new PastRecording("RE3", "", url + "RE3", 7, false, true)),
                    Optional.empty())));
    assertThat(asked)
        .containsExactly(
            "GET " + PATH + "/Recordings.json?PageSize=100&DateCreated%3E=2026-11-24T09%3A30%3A15");
  }

  @Test
  void a_page_that_is_not_the_last_leads_to_the_next_as_Twilio_names_it() {
    var next =
        PATH + "/Recordings.json?DateCreated%3E=2026-11-24&PageSize=100&Page=1&PageToken=PA1";
    body = page("\"" + next + "\"");
    var first = history.recordingsSince(Instant.parse("2026-11-24T00:00:00Z"));
    assertThat(first).isInstanceOf(Found.class);
    var address = ((Found<RecordingPage>) first).value().next().orElseThrow();
    body = page("null");

    var second = history.recordingsAt(address);

    assertThat(second).isEqualTo(new Found<>(new RecordingPage(List.of(), Optional.empty())));
    assertThat(asked.getLast()).isEqualTo("GET " + next);
  }

  @Test
  void a_call_that_is_over_is_told_with_its_times() {
    body =
        """
        {"sid": "%s", "parent_call_sid": null, "direction": "inbound", "from": "+14155550123",
         "to": "+14155550100", "status": "completed", "duration": "42", "price": null,
         "date_created": "Tue, 24 Nov 2026 10:00:00 +0000",
         "start_time": "Tue, 24 Nov 2026 10:00:06 +0000", "end_time": "Tue, 24 Nov 2026 10:00:48 +0000"}
        """
            .formatted(CALL);

    assertThat(history.call(CALL))
        .isEqualTo(
            new Found<>(
                new PastCall(
                    CALL,
                    Optional.empty(),
                    "inbound",
                    "+14155550123",
                    "+14155550100",
                    "completed",
                    Instant.parse("2026-11-24T10:00:00Z"),
                    Optional.of(Instant.parse("2026-11-24T10:00:06Z")),
                    Optional.of(Instant.parse("2026-11-24T10:00:48Z")),
                    Optional.of(Duration.ofSeconds(42)))));
    assertThat(asked).containsExactly("GET " + PATH + "/Calls/" + CALL + ".json");
  }

  @Test
  void a_call_that_Twilio_does_not_know_is_an_answer() {
    status = 404;
    body = "{\"code\": 20404, \"message\": \"m\", \"status\": 404}";

    assertThat(history.call(CALL)).isEqualTo(new NotThere<>());
  }

  @ParameterizedTest
  @CsvSource({"401,20003", "403,20403"})
  void given_that_our_token_is_revoked_then_it_is_refused(int httpStatus, int code) {
    status = httpStatus;
    body = "{\"code\": %d, \"message\": \"m\", \"status\": %d}".formatted(code, httpStatus);

    assertThat(history.call(CALL)).isEqualTo(new Refused<>(httpStatus, code));
    assertThat(asked).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void given_that_Twilio_is_busy_or_broken_then_it_is_to_be_asked_another_time(int httpStatus) {
    status = httpStatus;

    assertThat(history.recordingsSince(Instant.EPOCH)).isInstanceOf(TryLater.class);
    assertThat(asked).hasSize(1);
  }

  @Test
  void given_that_Twilio_does_not_answer_then_it_is_to_be_asked_another_time() {
    status = NEVER;

    assertThat(history.call(CALL)).isInstanceOf(TryLater.class);
  }

  @Test
  void given_an_answer_that_cannot_be_read_then_it_is_to_be_asked_another_time() {
    body = "<html>";

    assertThat(history.recordingsSince(Instant.EPOCH)).isInstanceOf(TryLater.class);
  }
}
