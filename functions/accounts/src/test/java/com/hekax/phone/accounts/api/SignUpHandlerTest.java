package com.hekax.phone.accounts.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import com.hekax.phone.accounts.AccountsTest;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignUpHandlerTest extends AccountsTest {
  private static final String EMAIL = "olivia@bright.example";

  @BeforeEach
  void given_nobody() {
    sql("truncate organizations, users, signups, sign_in_attempts cascade");
    sql("delete from outbox");
  }

  @Nested
  class Given_somebody_new {

    @Test
    void when_they_ask_then_nothing_of_an_account_is_there_and_their_mailbox_is_written_to() {
      var response = signUpWith(Map.of());

      assertThat(response.status()).isEqualTo(202);
      assertThat(setCookies(response)).isEmpty();
      assertThat(rows("select from users")).isEmpty();
      assertThat(rows("select from organizations")).isEmpty();
      var mail = lastMailTo(EMAIL);
      assertThat(mail.path("kind").asText()).isEqualTo("CONFIRM_SIGN_UP");
      assertThat(Instant.parse(mail.path("validUntil").asText()))
          .isEqualTo(Instant.parse(mail.path("occurredAt").asText()).plus(Duration.ofDays(1)));
      assertThat(logIn(EMAIL, PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void when_the_bus_refuses_then_the_mail_waits() {
      aws.refuseEvents(true);
      try {
        signUpWith(Map.of());
      } finally {
        aws.refuseEvents(false);
      }

      assertThat(rows("select type, source from outbox where published_at is null"))
          .containsExactly(Map.of("type", "AccountMailRequested", "source", "hekax.accounts"));
    }

    @Test
    void when_they_send_an_idempotency_key_as_for_any_write_then_they_are_heard() {
      var response =
          signUp.call(request().header("idempotency-key", "2f1c9c52-key").json(account()));

      assertThat(response.status()).isEqualTo(202);
    }
  }

  @Nested
  class Given_somebody_with_an_account {

    @BeforeEach
    void given() {
      signUp(EMAIL);
    }

    @Test
    void when_the_address_asks_in_another_case_then_only_its_mailbox_learns_that_it_has_one() {
      var known = signUpWith(Map.of("email", "Olivia@BRIGHT.example"));
      var unknown = signUpWith(Map.of("email", "nobody@bright.example"));

      assertThat(known.answer()).isEqualTo(unknown.answer());
      var mail = lastMailTo("Olivia@BRIGHT.example");
      assertThat(mail.path("kind").asText()).isEqualTo("ALREADY_SIGNED_UP");
      assertThat(mail.path("code").asText("")).isEmpty();
      assertThat(rows("select from users")).hasSize(1);
      assertThat(rows("select from organizations")).hasSize(1);
    }

    @Test
    void when_one_or_another_address_asks_then_it_costs_one_hash() {
      assertThat(hashesFor(() -> signUpWith(Map.of()))).isEqualTo(1);
      assertThat(hashesFor(() -> signUpWith(Map.of("email", "nobody@bright.example"))))
          .isEqualTo(1);
    }

    @Test
    void when_one_or_another_address_asks_then_the_same_is_written_down() {
      var before = rows("select from outbox").size();

      signUpWith(Map.of());
      signUpWith(Map.of("email", "nobody@bright.example"));

      assertThat(rows("select from outbox")).hasSize(before + 2);
      assertThat(rows("select email from signups order by email"))
          .containsExactly(Map.of("email", "nobody@bright.example"), Map.of("email", EMAIL));
    }
  }

  @Nested
  class Given_somebody_who_asks_again_and_again {

    @Test
    void when_it_is_for_one_address_then_its_mailbox_is_not_flooded_and_the_answer_is_the_same() {
      var mails = mailsTo(EMAIL).size();
      var statuses = Stream.generate(() -> signUpWith(Map.of()).status()).limit(6).toList();

      assertThat(statuses).containsOnly(202);
      assertThat(mailsTo(EMAIL)).hasSize(mails + 4);
    }
  }

  @Nested
  class Given_a_body_with_something_wrong {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            a blank name                  | name             | "  "
            a name with a NUL             | name             | "Oli\\u0000via"
            a name with half a character  | name             | "Oli\\ud83dvia"
            a name of 121 letters         | name             | "ooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo"
            a name that is null           | name             | null
            an e-mail that is none        | email            | "olivia"
            an e-mail with a line break   | email            | "olivia@bright.example\\n"
            a short password              | password         | "eleven char"
            a password of 73 letters      | password         | "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            a password of 74 bytes        | password         | "ééééééééééééééééééééééééééééééééééééé"
            a blank organization          | organizationName | " "
            a zone that is none           | timeZone         | "America/Chikago"
            a country in small letters    | country          | "us"
            a plan of one's own choice    | plan             | "ENTERPRISE"
            """)
    void when_it_is_sent_then_the_problem_names_the_field(String what, String field, String json) {
      ObjectNode body = Json.MAPPER.valueToTree(account());
      body.putRawValue(field, new RawValue(json));

      var response = signUp.call(request().json(Json.write(body)));

      assertThat(response.status()).as(what).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly(field);
      assertThat(rows("select from signups")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"name", "email", "password", "organizationName"})
    void when_a_field_is_missing_then_the_problem_names_it(String field) {
      var body = account();
      body.remove(field);

      var response = signUp.call(request().json(body));

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.wrongFields()).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource({"''", "null", "[]", "'\"text\"'", "'{'"})
    void when_there_is_no_object_then_it_is_400(String body) {
      var response = signUp.call(request().json(body));

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.problem()).isEqualTo("INVALID_REQUEST");
    }
  }

  private static Map<String, Object> account() {
    return new HashMap<>(
        Map.of(
            "name", "Olivia Owner",
            "email", "olivia@bright.example",
            "password", PASSWORD,
            "organizationName", "Bright Dental"));
  }

  private TestResponse signUpWith(Map<String, String> fields) {
    var body = account();
    body.putAll(fields);
    return signUp.call(request().json(body));
  }
}
