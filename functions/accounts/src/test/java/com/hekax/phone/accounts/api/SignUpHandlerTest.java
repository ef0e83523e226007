package com.hekax.phone.accounts.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import com.hekax.phone.accounts.AccountsTest;
import com.hekax.phone.fixtures.TestResponse;
import com.hekax.phone.platform.json.Json;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignUpHandlerTest extends AccountsTest {

  @BeforeEach
  void given_nobody() {
    sql("truncate organizations, users cascade");
    sql("delete from outbox");
  }

  @Nested
  class Given_somebody_new {

    @Test
    void when_they_sign_up_then_they_own_an_organization_on_a_trial() {
      signUp("olivia@bright.example");

      assertThat(
              rows(
                  """
                  select users.name as person, organizations.name, time_zone, country, plan, role
                    from users
                    join memberships on memberships.user_id = users.id
                    join organizations using (organization_id)
                  """))
          .containsExactly(
              Map.of(
                  "person", "Olivia Owner",
                  "name", "Bright Dental",
                  "time_zone", "America/New_York",
                  "country", "US",
                  "plan", "TRIAL",
                  "role", "OWNER"));
    }

    @Test
    void when_they_name_zone_and_country_then_these_are_kept() {
      signUpWith(Map.of("timeZone", "Europe/Berlin", "country", "DE"));

      assertThat(rows("select time_zone, country from organizations"))
          .containsExactly(Map.of("time_zone", "Europe/Berlin", "country", "DE"));
    }

    @Test
    void when_they_sign_up_then_the_new_organization_is_announced_once() {
      signUpWith(Map.of("timeZone", "Europe/Berlin", "country", "DE"));

      var id = rows("select organization_id::text as id from organizations").getFirst().get("id");
      assertThat(aws.published("OrganizationCreated"))
          .filteredOn(event -> event.path("organization").asText().equals(id))
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.path("name").asText()).isEqualTo("Bright Dental");
                assertThat(event.path("timeZone").asText()).isEqualTo("Europe/Berlin");
                assertThat(event.path("country").asText()).isEqualTo("DE");
              });
      assertThat(rows("select from outbox where published_at is null")).isEmpty();
    }

    @Test
    void when_the_bus_refuses_then_they_have_signed_up_and_the_event_waits() {
      aws.refuseEvents(true);
      try {
        signUp("olivia@bright.example");
      } finally {
        aws.refuseEvents(false);
      }

      assertThat(rows("select type, source from outbox where published_at is null"))
          .containsExactly(Map.of("type", "OrganizationCreated", "source", "hekax.accounts"));
    }

    @Test
    void when_they_sign_up_then_the_access_token_is_theirs_for_a_quarter_of_an_hour() {
      var response = signUp("olivia@bright.example");

      var token = accessToken(response);
      var owner = rows("select user_id, organization_id from memberships").getFirst();
      assertThat(token.getSubject()).isEqualTo(String.valueOf(owner.get("user_id")));
      assertThat(token.getClaim("org").asString())
          .isEqualTo(String.valueOf(owner.get("organization_id")));
      assertThat(token.getClaim("role").asString()).isEqualTo("OWNER");
      assertThat(token.getIssuer()).isEqualTo("https://phone.example.com");
      assertThat(token.getAudience()).containsExactly("https://phone.example.com");
      assertThat(token.getAlgorithm()).isEqualTo("RS256");
      assertThat(token.getExpiresAtAsInstant())
          .isEqualTo(token.getIssuedAtAsInstant().plusSeconds(900));
      assertThat(response.json().path("tokenType").asText()).isEqualTo("Bearer");
      assertThat(response.json().path("expiresInSeconds").asInt()).isEqualTo(900);
    }

    @Test
    void when_they_sign_up_then_no_script_and_no_other_site_gets_the_refresh_token() {
      var response = signUp("olivia@bright.example");

      assertThat(setCookies(response))
          .singleElement()
          .asString()
          .matches(
              "hekax_refresh=[A-Za-z0-9_-]{43}; Path=/api/auth; HttpOnly; Secure; SameSite=Strict;"
                  + " Max-Age=2592000");
      assertThat(response.text()).doesNotContain(refreshToken(response));
      assertThat(response.header("cache-control")).contains("no-store");
    }

    @Test
    void when_they_send_an_idempotency_key_as_for_any_write_then_they_sign_up() {
      var response =
          signUp.call(request().header("idempotency-key", "2f1c9c52-key").json(account()));

      assertThat(response.status()).isEqualTo(201);
    }
  }

  @Nested
  class Given_somebody_with_an_account {
    @BeforeEach
    void given() {
      signUp("olivia@bright.example");
    }

    @Test
    void when_the_address_signs_up_in_another_case_then_it_is_taken_and_nothing_is_added() {
      var response = signUpWith(Map.of("email", "Olivia@BRIGHT.example"));

      assertThat(response.status()).isEqualTo(409);
      assertThat(response.problem()).isEqualTo("EMAIL_TAKEN");
      assertThat(setCookies(response)).isEmpty();
      assertThat(rows("select from users")).hasSize(1);
      assertThat(rows("select from organizations")).hasSize(1);
      assertThat(rows("select from outbox")).hasSize(1);
    }
  }

  @Test
  void when_an_address_signs_up_three_times_at_once_then_one_has_it() {
    var statuses = atOnce(3, () -> signUpWith(Map.of("email", "olivia@bright.example")).status());

    assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409);
    assertThat(rows("select from organizations")).hasSize(1);
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
      assertThat(rows("select from users")).isEmpty();
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
