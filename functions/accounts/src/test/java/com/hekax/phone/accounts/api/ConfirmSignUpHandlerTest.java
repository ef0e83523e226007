package com.hekax.phone.accounts.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.accounts.AccountsTest;
import com.hekax.phone.contracts.AccountMail;
import com.hekax.phone.fixtures.TestResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmSignUpHandlerTest extends AccountsTest {
  private static final String EMAIL = "olivia@bright.example";

  @BeforeEach
  void given_nobody() {
    sql("truncate organizations, users, signups, sign_in_attempts cascade");
    sql("delete from outbox");
  }

  @Nested
  class Given_the_code_of_a_mail {

    @Test
    void when_it_is_shown_then_the_person_owns_an_organization_on_a_trial() {
      confirm(asked(Map.of()));

      assertThat(
              rows(
                  """
                  select users.name as person, email, organizations.name, time_zone, country, plan, role
                    from users
                    join memberships on memberships.user_id = users.id
                    join organizations using (organization_id)
                  """))
          .containsExactly(
              Map.of(
                  "person", "Olivia Owner",
                  "email", EMAIL,
                  "name", "Bright Dental",
                  "time_zone", "America/New_York",
                  "country", "US",
                  "plan", "TRIAL",
                  "role", "OWNER"));
      assertThat(rows("select from signups")).isEmpty();
      assertThat(logIn(EMAIL, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void when_zone_and_country_were_named_then_the_new_organization_is_announced_with_them() {
      confirm(asked(Map.of("timeZone", "Europe/Berlin", "country", "DE")));

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
      assertThat(lastMailTo(EMAIL).path("organization").asText()).isEqualTo(id);
      assertThat(rows("select from outbox where published_at is null")).isEmpty();
    }

    @Test
    void when_the_bus_refuses_then_the_account_is_open_and_the_event_waits() {
      var code = asked(Map.of());
      aws.refuseEvents(true);
      try {
        assertThat(confirm(code).status()).isEqualTo(201);
      } finally {
        aws.refuseEvents(false);
      }

      assertThat(rows("select type, source from outbox where published_at is null"))
          .containsExactly(Map.of("type", "OrganizationCreated", "source", "hekax.accounts"));
    }

    @Test
    void when_it_is_shown_then_the_access_token_is_theirs_for_a_quarter_of_an_hour() {
      var response = confirm(asked(Map.of()));

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
    void when_it_is_shown_then_no_script_and_no_other_site_gets_the_refresh_token() {
      var response = confirm(asked(Map.of()));

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
    void when_it_is_shown_twice_then_the_second_time_it_is_over() {
      var code = asked(Map.of());
      confirm(code);

      assertOver(confirm(code));
      assertThat(rows("select from organizations")).hasSize(1);
    }

    @Test
    void when_three_show_it_at_the_same_moment_then_one_gets_the_account() throws SQLException {
      var code = asked(Map.of());

      var statuses =
          atTheSameMoment(3, "select from signups for update", () -> confirm(code).status());

      assertThat(statuses).containsExactlyInAnyOrder(201, 410, 410);
      assertThat(rows("select from organizations")).hasSize(1);
    }

    @Test
    void when_its_day_is_over_then_it_is_too_late() {
      var code = asked(Map.of());
      sql("update signups set expires_at = now() - interval '1 second'");

      assertOver(confirm(code));
      assertThat(rows("select from users")).isEmpty();
    }
  }

  @Nested
  class Given_two_who_asked_for_one_address {

    @Test
    void when_both_codes_are_shown_at_once_then_one_has_the_address() {
      var codes = new java.util.concurrent.ConcurrentLinkedQueue<String>();
      codes.add(asked(Map.of()));
      codes.add(asked(Map.of("email", "OLIVIA@bright.example")));

      var answers = atOnce(2, () -> confirm(codes.remove()));

      assertThat(answers).extracting(TestResponse::status).containsExactlyInAnyOrder(201, 409);
      assertThat(answers).extracting(TestResponse::problem).contains("EMAIL_TAKEN");
      assertThat(rows("select from users")).hasSize(1);
      assertThat(rows("select from organizations")).hasSize(1);
    }
  }

  @Nested
  class Given_something_else {

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "not a code", "é"})
    void when_it_is_no_code_then_it_is_answered_like_one_that_is_over(String code) {
      assertOver(confirm(code));
    }

    @Test
    void when_the_code_is_of_the_same_id_for_another_kind_then_it_is_over() {
      asked(Map.of());
      var id = UUID.fromString(lastMailTo(EMAIL).path("code").asText());

      assertOver(confirm(platform().linkCodes().of(AccountMail.RESET_PASSWORD, id)));
    }

    @Test
    void when_the_address_had_an_account_when_asked_then_no_code_that_was_sent_opens_another() {
      signUp(EMAIL);
      ask(Map.of());

      assertThat(mailsTo(EMAIL))
          .last()
          .satisfies(mail -> assertThat(mail.path("code").asText("")).isEmpty());
    }
  }

  /** Asks for an account, and gives the code that the mailbox got. */
  private String asked(Map<String, String> fields) {
    ask(fields);
    return codeOf(lastMailTo(fields.getOrDefault("email", EMAIL)));
  }

  private void ask(Map<String, String> fields) {
    var body =
        new HashMap<>(
            Map.of(
                "name",
                "Olivia Owner",
                "email",
                EMAIL,
                "password",
                PASSWORD,
                "organizationName",
                "Bright Dental"));
    body.putAll(fields);
    assertThat(signUp.call(request().json(body)).status()).isEqualTo(202);
  }

  private static void assertOver(TestResponse response) {
    assertThat(response.status()).isEqualTo(410);
    assertThat(response.problem()).isEqualTo("LINK_INVALID");
  }
}
