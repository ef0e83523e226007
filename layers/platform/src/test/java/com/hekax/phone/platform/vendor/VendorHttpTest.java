package com.hekax.phone.platform.vendor;

import static com.hekax.phone.platform.vendor.VendorFake.answer;
import static com.hekax.phone.platform.vendor.VendorFake.head;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.platform.vendor.Answer.Answered;
import com.hekax.phone.platform.vendor.Answer.Throttled;
import com.hekax.phone.platform.vendor.Answer.Unreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(10)
class VendorHttpTest {
  private static final VendorLimits LIMITS =
      new VendorLimits(Duration.ofMillis(500), Duration.ofMillis(700), 1_000);

  private final List<AutoCloseable> open = new ArrayList<>();

  record Contact(String id, Optional<String> phone, Instant seenAt) {}

  record Reply(String id) {}

  @AfterEach
  void closeAll() throws Exception {
    for (var resource : open) {
      resource.close();
    }
  }

  @Nested
  class Given_a_vendor_that_answers {
    @Test
    void when_it_answers_200_then_the_body_is_read_and_unknown_fields_are_passed_over()
        throws IOException {
      var vendor = vendor(answer("200 OK", "{\"id\":\"7\",\"new\":{}}", "X-Trace: t1"));

      var answered = answered(client(vendor).get("/contacts/7?archived=false"));

      assertThat(answered.status()).isEqualTo(200);
      assertThat(answered.as(Reply.class)).isEqualTo(new Reply("7"));
      assertThat(answered.header("x-TRACE")).contains("t1");
      assertThat(vendor.requests().getFirst().line())
          .isEqualTo("GET /contacts/7?archived=false HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"301 Moved", "400 Bad Request", "401 No", "404 No", "500 Oh", "503 No"})
    void when_it_answers_anything_else_then_that_is_an_answer_too(String status)
        throws IOException {
      var vendor = vendor(answer(status, "{}", "Location: /elsewhere"));

      var answered = answered(client(vendor).get("/"));

      assertThat(status).startsWith(String.valueOf(answered.status()));
      assertThat(vendor.requests()).hasSize(1);
    }

    @Test
    void when_its_body_is_not_what_was_expected_then_reading_fails_without_quoting_it()
        throws IOException {
      var vendor = vendor(answer("200 OK", "<html>jo@example.com</html>"));

      var answered = answered(client(vendor).get("/"));

      assertThatThrownBy(() -> answered.as(Reply.class))
          .isInstanceOf(UnreadableAnswerException.class)
          .hasMessageContaining("status 200")
          .hasMessageContaining("Reply")
          .hasMessageNotContaining("jo@");
      assertThat(answered.toString()).doesNotContain("jo@");
    }

    @Test
    void when_it_answers_408_then_the_request_may_have_been_received() throws IOException {
      assertThat(client(vendor(answer("408 Timeout", ""))).post("/", Map.of()))
          .isInstanceOfSatisfying(Unreachable.class, u -> assertThat(u.maybeReceived()).isTrue());
    }
  }

  @Nested
  class Given_something_to_send {
    @Test
    void when_it_is_posted_then_it_is_JSON_without_what_is_absent() throws IOException {
      var vendor = vendor(answer("201 Created", ""));
      var contact = new Contact("7", Optional.empty(), Instant.parse("2026-12-01T10:15:30Z"));

      client(vendor).post("/contacts", contact);

      var request = vendor.requests().getFirst();
      assertThat(request.line()).startsWith("POST /contacts ");
      assertThat(request.headers()).containsEntry("content-type", "application/json");
      assertThat(request.body()).isEqualTo("{\"id\":\"7\",\"seenAt\":\"2026-12-01T10:15:30Z\"}");
    }

    @Test
    void when_it_is_a_form_then_its_fields_are_encoded() throws IOException {
      var vendor = vendor(answer("200 OK", ""));
      var fields = new LinkedHashMap<String, String>();
      fields.put("To", "+15550100");
      fields.put("Body", "Grüße & mehr");

      client(vendor).postForm("/messages", fields);

      assertThat(vendor.requests().getFirst().body())
          .isEqualTo("To=%2B15550100&Body=Gr%C3%BC%C3%9Fe+%26+mehr");
      assertThat(vendor.requests().getFirst().headers())
          .containsEntry("content-type", "application/x-www-form-urlencoded");
    }

    @Test
    void when_it_is_put_patched_or_deleted_then_the_method_says_so() throws IOException {
      var vendor = vendor(answer("200 OK", ""));

      client(vendor).put("/a", Map.of());
      client(vendor).patch("/b", Map.of());
      client(vendor).delete("/c");

      assertThat(vendor.requests())
          .extracting(VendorFake.Request::line)
          .containsExactly("PUT /a HTTP/1.1", "PATCH /b HTTP/1.1", "DELETE /c HTTP/1.1");
    }

    @Test
    void when_credentials_change_then_the_next_request_carries_the_new_ones() throws IOException {
      var vendor = vendor(answer("200 OK", ""));
      var token = new AtomicReference<>("first");
      var http =
          new VendorHttp(
              vendor.address(), () -> Map.of("Authorization", "Bearer " + token.get()), LIMITS);

      http.get("/");
      token.set("second");
      http.with("Idempotency-Key", "k1").get("/");

      assertThat(vendor.requests())
          .extracting(request -> request.headers().get("authorization"))
          .containsExactly("Bearer first", "Bearer second");
      assertThat(vendor.requests().getLast().headers()).containsEntry("idempotency-key", "k1");
    }

    @Test
    void when_the_path_could_change_the_host_then_it_is_refused() throws IOException {
      var http = client(vendor(answer("200 OK", "")));

      assertThatThrownBy(() -> http.get("@elsewhere.example/"))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void when_the_vendor_is_elsewhere_and_not_https_then_it_is_refused() {
      assertThatThrownBy(() -> new VendorHttp(URI.create("http://api.vendor.example")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class Given_a_vendor_that_is_busy {
    @Test
    void when_it_names_seconds_then_they_are_the_pause() throws IOException {
      var vendor = vendor(answer("429 Slow down", "", "Retry-After: 17"));

      assertThat(client(vendor).get("/")).isEqualTo(new Throttled(Duration.ofSeconds(17)));
    }

    @Test
    void when_it_names_a_date_then_the_pause_ends_there() throws IOException {
      var date = ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(2);
      var header = "Retry-After: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(date);

      assertThat(client(vendor(answer("503 Busy", "", header))).get("/"))
          .isInstanceOfSatisfying(
              Throttled.class,
              t ->
                  assertThat(t.retryAfter())
                      .isBetween(Duration.ofSeconds(110), Duration.ofSeconds(120)));
    }

    @Test
    void when_it_names_nothing_then_the_pause_is_ours() throws IOException {
      assertThat(client(vendor(answer("429 Slow down", ""))).get("/"))
          .isEqualTo(new Throttled(RetryAfter.UNSAID));
    }

    @Test
    void when_its_body_is_asked_for_then_it_is_an_answer() throws IOException {
      var body = "{\"policyName\": \"DAILY\"}";

      assertThat(client(vendor(answer("429 Slow down", body))).withBusyAnswers().get("/"))
          .isInstanceOfSatisfying(
              Answered.class,
              answered -> {
                assertThat(answered.status()).isEqualTo(429);
                assertThat(answered.body()).isEqualTo(body);
              });
    }
  }

  @Nested
  class Given_a_vendor_that_cannot_be_reached {
    @Test
    void when_nothing_listens_then_the_request_was_surely_not_received() {
      var http = new VendorHttp(URI.create("http://localhost:1"), Map::of, LIMITS);

      assertThat(http.post("/", Map.of()))
          .isInstanceOfSatisfying(Unreachable.class, u -> assertThat(u.maybeReceived()).isFalse());
    }

    @Test
    void when_connecting_takes_too_long_then_the_request_was_surely_not_received()
        throws IOException {
      var http =
          new VendorHttp(
              URI.create("http://127.0.0.1:" + portThatNobodyAccepts()),
              Map::of,
              new VendorLimits(Duration.ofMillis(200), Duration.ofSeconds(5), 1_000));

      assertThat(http.post("/", Map.of()))
          .isInstanceOfSatisfying(
              Unreachable.class,
              u -> {
                assertThat(u.reason()).contains("HttpConnectTimeoutException");
                assertThat(u.maybeReceived()).isFalse();
              });
    }

    @Test
    void when_it_does_not_answer_in_time_then_the_request_may_have_been_received()
        throws IOException {
      var silent = vendor((_, end) -> end.await());

      maybeReceived(client(silent).post("/", Map.of()), "no whole answer within PT0.7S");
    }

    @Test
    void when_its_body_never_ends_then_the_time_still_does() throws IOException {
      var slow =
          vendor(
              (out, end) -> {
                out.write(head("200 OK", "Content-Length: 100"));
                out.write("{".getBytes(UTF_8));
                out.flush();
                end.await();
              });

      maybeReceived(client(slow).get("/"), "no whole answer within PT0.7S");
    }

    @Test
    void when_it_closes_without_a_word_then_the_request_may_have_been_received()
        throws IOException {
      maybeReceived(client(vendor((_, _) -> {})).post("/", Map.of()), "IOException");
    }

    @Test
    void when_it_breaks_off_within_the_body_then_there_is_no_half_answer() throws IOException {
      var vendor =
          vendor(
              (out, _) -> {
                out.write(head("200 OK", "Content-Length: 100"));
                out.write("{\"id\":\"7\"}".getBytes(UTF_8));
              });

      maybeReceived(client(vendor).get("/"), "IOException");
    }

    @Test
    void when_it_says_too_much_then_there_is_no_answer() throws IOException {
      maybeReceived(client(vendor(answer("200 OK", "x".repeat(1_001)))).get("/"), "capacity");
      assertThat(answered(client(vendor(answer("200 OK", "x".repeat(1_000)))).get("/")).body())
          .hasSize(1_000);
    }

    @Test
    void when_it_does_not_speak_HTTP_then_there_is_no_answer() throws IOException {
      maybeReceived(
          client(vendor((out, _) -> out.write("220 smtp ready\r\n".getBytes(UTF_8)))).get("/"), "");
    }

    @Test
    void when_the_caller_is_interrupted_then_it_stays_so() throws IOException {
      var silent = vendor((_, end) -> end.await());

      Thread.currentThread().interrupt();
      var answer = client(silent).get("/");

      assertThat(Thread.interrupted()).isTrue();
      maybeReceived(answer, "interrupted");
    }
  }

  private VendorFake vendor(VendorFake.Reply reply) throws IOException {
    var vendor = new VendorFake(reply);
    open.add(vendor);
    return vendor;
  }

  private static VendorHttp client(VendorFake vendor) {
    return new VendorHttp(vendor.address(), Map::of, LIMITS);
  }

  private static Answered answered(Answer answer) {
    assertThat(answer).isInstanceOf(Answered.class);
    return (Answered) answer;
  }

  private static void maybeReceived(Answer answer, String reason) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Unreachable.class,
            unreachable -> {
              assertThat(unreachable.reason()).contains(reason);
              assertThat(unreachable.maybeReceived()).isTrue();
            });
  }

  /** A listener whose queue is full: the system drops whoever knocks. */
  private int portThatNobodyAccepts() throws IOException {
    var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    open.add(listener);
    for (int i = 0; i < 10; i++) {
      var socket = new Socket();
      open.add(socket);
      try {
        socket.connect(listener.getLocalSocketAddress(), 100);
      } catch (SocketTimeoutException e) {
        return listener.getLocalPort();
      }
    }
    throw new AssertionError("the queue took ten connections");
  }
}
