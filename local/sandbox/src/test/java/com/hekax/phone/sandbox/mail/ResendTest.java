package com.hekax.phone.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.sandbox.Sandbox;
import com.hekax.phone.sandbox.console.Faults.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stand-in against what Resend publishes of itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // started before each test
class ResendTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MAIL =
      """
      {"from": "HEKAX Phone <phone@hekax.example>", "to": ["ann@acme.example"], "subject": "A lead",
       "text": "Maria called.", "html": "<p>Maria called.</p>",
       "headers": {"List-Unsubscribe": "<https://phone.example.com/settings>"},
       "tags": [{"name": "organization", "value": "0199-a"}]}
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private Sandbox sandbox;

  private record Answer(int status, JsonNode json, HttpResponse<String> response) {
    String name() {
      return json.path("name").asText();
    }
  }

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(0, () -> now);
  }

  @AfterEach
  void stop() {
    client.close();
    sandbox.close();
  }

  private Answer send(String body, Map<String, String> headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(sandbox.uri() + "/resend/emails"))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    var response = client.send(request.build(), BodyHandlers.ofString());
    return new Answer(response.statusCode(), JSON.readTree(response.body()), response);
  }

  private Answer send(String body) throws IOException, InterruptedException {
    return send(body, Map.of("authorization", "Bearer re_key"));
  }

  private Answer send(String body, String idempotencyKey) throws IOException, InterruptedException {
    return send(body, Map.of("authorization", "Bearer re_key", "idempotency-key", idempotencyKey));
  }

  private List<Message> mail() {
    return sandbox.mailbox().messages();
  }

  private String page(String path, String accept) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(sandbox.uri() + path)).header("accept", accept).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  @Nested
  class Given_a_complete_e_mail {

    @Test
    void when_it_is_sent_then_it_is_in_the_mailbox() throws Exception {
      var answer = send(MAIL);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(mail()).hasSize(1);
      var message = mail().getFirst();
      assertThat(message.id()).isEqualTo(answer.json().path("id").asText());
      assertThat(message.to()).containsExactly("ann@acme.example");
      assertThat(message.subject()).isEqualTo("A lead");
      assertThat(message.html()).isEqualTo("<p>Maria called.</p>");
      assertThat(message.text()).isEqualTo("Maria called.");
      assertThat(message.headers())
          .containsEntry("List-Unsubscribe", "<https://phone.example.com/settings>");
      assertThat(message.tags()).containsEntry("organization", "0199-a");
    }

    @Test
    void when_somebody_looks_then_it_is_shown_where_no_script_runs() throws Exception {
      var id =
          send(MAIL.replace("<p>Maria", "<script>alert(1)</script><p>Maria"))
              .json()
              .path("id")
              .asText();

      assertThat(page("/mail", "text/html")).contains("/mail/" + id, "ann@acme.example");
      assertThat(page("/mail/" + id, "text/html"))
          .contains("sandbox=\"allow-popups ", "&lt;script&gt;alert(1)")
          .doesNotContain("<script>");
      var listed = JSON.readTree(page("/mail", "application/json"));
      assertThat(listed.at("/0/subject").asText()).isEqualTo("A lead");
    }
  }

  @Nested
  class Given_an_idempotency_key {

    @Test
    void when_the_request_is_repeated_with_it_then_the_first_answer_comes_and_no_second_mail()
        throws Exception {
      var first = send(MAIL, "key-1");

      var second = send(MAIL, "key-1");

      assertThat(second.status()).isEqualTo(200);
      assertThat(second.json()).isEqualTo(first.json());
      assertThat(mail()).hasSize(1);
    }

    @Test
    void when_another_e_mail_comes_with_it_then_that_is_refused() throws Exception {
      send(MAIL, "key-1");

      var answer = send(MAIL.replace("A lead", "Another"), "key-1");

      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.name()).isEqualTo("invalid_idempotent_request");
      assertThat(mail()).hasSize(1);
    }

    @Test
    void when_a_day_has_passed_then_it_is_forgotten() throws Exception {
      send(MAIL, "key-1");
      now = now.plus(Duration.ofHours(24));

      send(MAIL, "key-1");

      assertThat(mail()).hasSize(2);
    }

    @Test
    void when_the_first_request_failed_then_the_second_one_is_sent() throws Exception {
      sandbox.faults().plan("resend", fault(500), Duration.ofMinutes(1));
      assertThat(send(MAIL, "key-1").status()).isEqualTo(500);
      sandbox.faults().clear("resend");

      assertThat(send(MAIL, "key-1").status()).isEqualTo(200);

      assertThat(mail()).hasSize(1);
    }

    @Test
    void when_two_requests_come_at_once_then_one_is_told_so() throws Exception {
      sandbox
          .faults()
          .plan(
              "resend",
              new Fault(0, Duration.ofMillis(500), Optional.empty()),
              Duration.ofMinutes(1));
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var one = threads.submit(() -> send(MAIL, "key-1"));
        var other = threads.submit(() -> send(MAIL, "key-1"));

        assertThat(List.of(one.get().status(), other.get().status()))
            .containsExactlyInAnyOrder(200, 409);
        assertThat(one.get().name() + other.get().name())
            .isEqualTo("concurrent_idempotent_requests");
      }
      assertThat(mail()).hasSize(1);
    }

    @Test
    void when_it_is_longer_than_256_characters_then_it_is_refused() throws Exception {
      assertThat(send(MAIL, "k".repeat(256)).status()).isEqualTo(200);

      var answer = send(MAIL, "k".repeat(257));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.name()).isEqualTo("invalid_idempotency_key");
    }
  }

  @Nested
  class Given_an_e_mail_that_lacks_something {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "\"from\": | \"away\": | missing_required_field",
          "\"to\": | \"away\": | missing_required_field",
          "[\"ann@acme.example\"] | [] | missing_required_field",
          "\"subject\": | \"away\": | missing_required_field",
          "<phone@hekax.example> | phone | invalid_from_address",
          "ann@acme.example | ann | validation_error",
          "A lead | A\\nBcc: eve@evil.example | validation_error",
          "organization | organization id | validation_error",
          "0199-a | 0199.a | validation_error",
        })
    void when_it_is_sent_then_it_is_refused_with_422(String part, String instead, String name)
        throws Exception {
      var answer = send(MAIL.replace(part, instead));

      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.name()).isEqualTo(name);
      assertThat(answer.json().path("statusCode").asInt()).isEqualTo(422);
      assertThat(mail()).isEmpty();
    }

    @Test
    void when_it_has_neither_text_nor_page_then_it_is_refused() throws Exception {
      var answer = send(MAIL.replace("\"text\":", "\"a\":").replace("\"html\":", "\"b\":"));

      assertThat(answer.name()).isEqualTo("validation_error");
    }

    @Test
    void when_it_is_no_JSON_then_it_is_refused() throws Exception {
      assertThat(send("{").status()).isEqualTo(422);
    }
  }

  @Nested
  class Given_a_sender_it_does_not_accept {

    @Test
    void when_it_has_no_key_then_it_is_refused_with_401() throws Exception {
      var answer = send(MAIL, Map.of());

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.name()).isEqualTo("missing_api_key");
    }

    @Test
    void when_its_key_is_none_then_it_is_refused_with_403() throws Exception {
      var answer = send(MAIL, Map.of("authorization", "Bearer sk_key"));

      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.name()).isEqualTo("invalid_api_key");
    }

    @Test
    void when_its_domain_is_not_verified_then_it_is_refused_with_403() throws Exception {
      var answer = send(MAIL.replace("hekax.example", "hekax.invalid"));

      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.name()).isEqualTo("validation_error");
      assertThat(answer.json().path("message").asText())
          .startsWith("The hekax.invalid domain is not verified");
    }

    @Test
    void when_it_does_not_say_what_program_it_is_then_it_is_refused_with_403() throws Exception {
      try (var socket = new Socket("localhost", sandbox.uri().getPort())) {
        var request =
            "POST /resend/emails HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer re_key\r\n"
                + "Content-Length: 2\r\nConnection: close\r\n\r\n{}";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var reader =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

        assertThat(reader.readLine()).startsWith("HTTP/1.1 403");
      }
    }
  }

  @Nested
  class Given_more_than_five_e_mails_in_a_second {

    @Test
    void when_the_sixth_comes_then_it_is_told_when_to_come_again() throws Exception {
      var answers = new ArrayList<Answer>();
      for (int i = 0; i < 6; i++) {
        answers.add(send(MAIL));
      }

      assertThat(answers.subList(0, 5)).allMatch(answer -> answer.status() == 200);
      var last = answers.getLast();
      assertThat(last.status()).isEqualTo(429);
      assertThat(last.name()).isEqualTo("rate_limit_exceeded");
      assertThat(last.response().headers().firstValue("retry-after")).contains("1");
      assertThat(last.response().headers().firstValue("ratelimit-limit")).contains("5");
      assertThat(last.response().headers().firstValue("ratelimit-remaining")).contains("0");
      now = now.plusSeconds(1);
      assertThat(send(MAIL).status()).isEqualTo(200);
    }
  }

  @Nested
  class Given_a_planned_failure {

    @ParameterizedTest
    @CsvSource({
      "resend, 401, 401, restricted_api_key",
      "resend, 403, 403, invalid_api_key",
      "resend, 429, 429, rate_limit_exceeded",
      "resend, 422, 422, validation_error",
      "resend, 503, 503, internal_server_error",
      "resend-quota, 429, 429, daily_quota_exceeded",
      "resend-domain, 403, 403, validation_error"
    })
    void when_an_e_mail_comes_then_it_is_refused_and_not_sent(
        String target, int planned, int status, String name) throws Exception {
      sandbox
          .faults()
          .plan(target, new Fault(planned, Duration.ZERO, Optional.of(7)), Duration.ofMinutes(1));

      var answer = send(MAIL);

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.name()).isEqualTo(name);
      assertThat(mail()).isEmpty();
    }

    @Test
    void when_only_the_answer_is_to_be_lost_then_the_mail_is_there_and_comes_once()
        throws Exception {
      sandbox.faults().plan("resend-late", fault(502), Duration.ofMinutes(1));
      assertThat(send(MAIL, "key-1").status()).isEqualTo(502);
      assertThat(mail()).hasSize(1);
      sandbox.faults().clear("resend-late");

      assertThat(send(MAIL, "key-1").status()).isEqualTo(200);

      assertThat(mail()).hasSize(1);
    }
  }

  private static Fault fault(int status) {
    return new Fault(status, Duration.ZERO, Optional.empty());
  }
}
