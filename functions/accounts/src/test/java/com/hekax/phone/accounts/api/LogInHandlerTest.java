package com.hekax.phone.accounts.api;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.accounts.AccountsTest;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.fixtures.TestResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogInHandlerTest extends AccountsTest {
  private static final String EMAIL = "olivia@bright.example";

  @BeforeAll
  void given_somebody_with_an_account() {
    signUp(EMAIL);
  }

  @BeforeEach
  void given_nobody_has_failed() {
    sql("delete from sign_in_attempts");
    sql("delete from audit_log where action = 'session.refused'");
  }

  @Nested
  class Given_somebody_who_does_not_know_the_password {
    @Test
    void when_they_try_then_the_log_of_the_persons_organization_tells_of_it() {
      logIn(EMAIL, "wrong password");

      var notes = refusals();
      assertThat(notes).hasSize(1);
      assertThat(notes.getFirst())
          .containsEntry("target_id", idOf(EMAIL).toString())
          .containsEntry("because", "PASSWORD")
          .containsEntry("belongs", true);
      assertThat(notes.getFirst().get("address")).isNotNull();
      assertThat(String.valueOf(notes)).doesNotContain("wrong password", EMAIL);
    }

    @Test
    void when_nobody_has_the_address_then_no_log_tells_of_it() {
      logIn("nobody@bright.example", "wrong password");

      assertThat(refusals()).isEmpty();
    }

    private List<Map<String, Object>> refusals() {
      return rows(
          """
          select note.target_id, note.address, note.after ->> 'because' as because,
                 exists (select from memberships as member
                          where member.organization_id = note.organization_id
                            and member.user_id = ?) as belongs
            from audit_log as note
           where note.action = 'session.refused'
          """,
          idOf(EMAIL));
    }
  }

  @Nested
  class Given_the_right_password {

    @ParameterizedTest
    @ValueSource(strings = {EMAIL, "OLIVIA@bright.Example"})
    void when_it_is_given_then_a_session_opens(String email) {
      var response = logIn(email, PASSWORD);

      assertThat(response.status()).isEqualTo(200);
      assertThat(accessToken(response).getSubject()).isEqualTo(idOf(EMAIL).toString());
      assertThat(setCookies(response))
          .singleElement()
          .asString()
          .endsWith("; Path=/api/auth; HttpOnly; Secure; SameSite=Strict; Max-Age=2592000");
      assertThat(response.header("cache-control")).contains("no-store");
    }

    @Test
    void when_it_is_given_twice_then_the_two_sessions_have_nothing_in_common() {
      var first = logIn(EMAIL, PASSWORD);
      var second = logIn(EMAIL, PASSWORD);
      logOut.call(withCookie(refreshToken(first)));

      assertThat(refresh(refreshToken(second)).status()).isEqualTo(200);
    }

    @Test
    void when_the_person_is_in_two_organizations_then_it_opens_where_they_are_the_longest() {
      sql(
          "insert into memberships values (?, ?, 'AGENT', now() - interval '1 year')",
          globex().id().value(),
          idOf(EMAIL));
      try {
        var token = accessToken(logIn(EMAIL, PASSWORD));

        assertThat(token.getClaim("org").asString()).isEqualTo(globex().id().toString());
        assertThat(token.getClaim("role").asString()).isEqualTo("AGENT");
      } finally {
        sql("delete from refresh_tokens where organization_id = ?", globex().id().value());
        sql("delete from sessions where organization_id = ?", globex().id().value());
        sql(
            "delete from memberships where organization_id = ? and user_id = ?",
            globex().id().value(),
            idOf(EMAIL));
      }
    }

    @Test
    void when_the_person_is_in_no_organization_any_more_then_it_is_refused_like_a_wrong_one() {
      var nobodys = UserId.create().value();
      sql(
          "insert into users select ?, 'left@bright.example', name, password_hash, now()"
              + " from users where email = ?",
          nobodys,
          EMAIL);

      assertThat(told(logIn("left@bright.example", PASSWORD)))
          .isEqualTo(told(logIn(EMAIL, "not the password")));
    }
  }

  @Nested
  class Given_a_wrong_password_or_an_unknown_address {

    @Test
    void when_one_or_the_other_is_tried_then_the_answers_are_the_same() {
      var wrong = logIn(EMAIL, "not the password");
      var unknown = logIn("nobody@bright.example", "not the password");

      assertThat(wrong.status()).isEqualTo(401);
      assertThat(wrong.problem()).isEqualTo("UNAUTHENTICATED");
      assertThat(told(unknown)).isEqualTo(told(wrong));
      assertThat(setCookies(wrong)).isEmpty();
    }

    @Test
    void when_one_or_the_other_is_tried_then_it_costs_one_hash() {
      var wrong = hashesFor(() -> logIn(EMAIL, "not the password"));
      var unknown = hashesFor(() -> logIn("nobody@bright.example", "not the password"));

      assertThat(wrong).isEqualTo(1);
      assertThat(unknown).isEqualTo(1);
    }

    @Test
    void when_the_password_is_right_but_for_what_bcrypt_cannot_see_then_it_is_refused() {
      var longest = "a harbour in the morning fog ".repeat(3).substring(0, 72);
      signUp("lena@bright.example", longest);

      assertThat(logIn("lena@bright.example", longest).status()).isEqualTo(200);
      assertThat(logIn("lena@bright.example", longest + "n").status()).isEqualTo(401);
    }

    @Test
    void when_it_is_tried_then_no_session_is_left() {
      sql("truncate sessions cascade");
      logIn(EMAIL, "not the password");

      assertThat(rows("select from sessions")).isEmpty();
    }
  }

  @Nested
  class Given_somebody_who_guesses {

    @Test
    void when_five_have_failed_then_the_right_one_is_refused_too_until_the_wait_is_over() {
      for (int i = 0; i < 5; i++) {
        assertThat(logIn(EMAIL, "guess number " + i).status()).isEqualTo(401);
      }

      var locked = logIn(EMAIL, PASSWORD);
      assertThat(locked.status()).isEqualTo(429);
      assertThat(locked.problem()).isEqualTo("TOO_MANY_REQUESTS");
      assertThat(Integer.parseInt(locked.header("retry-after").orElseThrow())).isBetween(25, 30);

      waitIsOver();
      assertThat(logIn(EMAIL, PASSWORD).status()).isEqualTo(200);
      assertThat(logIn(EMAIL, "not the password").status()).isEqualTo(401);
    }

    @Test
    void when_they_go_on_after_each_wait_then_each_is_twice_as_long_up_to_a_quarter_of_an_hour() {
      var waits = new ArrayList<Integer>();
      for (int i = 0; i < 4; i++) {
        logIn(EMAIL, "not the password");
      }
      for (int i = 0; i < 7; i++) {
        logIn(EMAIL, "not the password");
        waits.add(Integer.parseInt(logIn(EMAIL, PASSWORD).header("retry-after").orElseThrow()));
        waitIsOver();
      }

      var expected = List.of(30, 60, 120, 240, 480, 900, 900);
      for (int i = 0; i < expected.size(); i++) {
        assertThat(waits.get(i)).isBetween(expected.get(i) - 10, expected.get(i));
      }
    }

    @Test
    void when_twenty_are_tried_at_once_then_no_more_than_five_are_compared() {
      var statuses = new ArrayList<Integer>();
      long hashes =
          hashesFor(() -> statuses.addAll(atOnce(20, () -> logIn(EMAIL, "a wrong one").status())));

      assertThat(hashes).isEqualTo(5);
      assertThat(statuses).containsOnly(401, 429);
      assertThat(statuses.stream().filter(status -> status == 401)).hasSize(5);
    }

    @Test
    void when_the_address_has_no_account_then_it_locks_like_one_that_has() {
      for (int i = 0; i < 5; i++) {
        logIn(EMAIL, "not the password");
        logIn("nobody@bright.example", "not the password");
      }
      assertThat(rows("select failures from sign_in_attempts where failures = 5")).hasSize(2);

      // The rest of both waits depends on when each began.
      var known = told(logIn(EMAIL, PASSWORD));
      var unknown = told(logIn("nobody@bright.example", PASSWORD));
      assertThat(unknown.path("statusCode")).isEqualTo(known.path("statusCode"));
      assertThat(unknown.path("body")).isEqualTo(known.path("body"));
    }

    @Test
    void when_one_password_is_tried_on_many_accounts_then_the_address_they_come_from_is_locked() {
      for (int i = 0; i < 30; i++) {
        assertThat(logIn("person%d@bright.example".formatted(i), PASSWORD).status()).isEqualTo(401);
      }

      assertThat(logIn(EMAIL, PASSWORD).status()).isEqualTo(429);
      waitIsOver();
      assertThat(logIn(EMAIL, PASSWORD).status()).isEqualTo(200);
      assertThat(rows("select from sign_in_attempts where failures = 30")).hasSize(1);
    }

    @Test
    void when_a_day_has_passed_then_failures_are_forgiven() {
      for (int i = 0; i < 4; i++) {
        logIn(EMAIL, "not the password");
      }
      sql("update sign_in_attempts set attempted_at = now() - interval '25 hours'");

      logIn(EMAIL, "not the password");

      assertThat(logIn(EMAIL, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void when_they_are_counted_then_no_address_can_be_read_in_the_table() {
      logIn(EMAIL, "not the password");

      assertThat(rows("select sign_in_attempts::text from sign_in_attempts").toString())
          .doesNotContain(EMAIL)
          .doesNotContain("203.0.113");
    }

    private void waitIsOver() {
      sql("update sign_in_attempts set locked_until = now() - interval '1 millisecond'");
    }
  }

  @Nested
  class Given_a_hash_from_when_less_work_was_enough {

    @Test
    void when_the_person_signs_in_then_it_is_made_anew_and_the_password_stays() {
      // The usual password by bcrypt of cost 10.
      var weak = BCrypt.withDefaults().hashToString(10, PASSWORD.toCharArray());
      sql("update users set password_hash = ? where email = ?", weak, EMAIL);

      assertThat(logIn(EMAIL, "not the password").status()).isEqualTo(401);
      assertThat(hash()).isEqualTo(weak);
      assertThat(logIn(EMAIL, PASSWORD).status()).isEqualTo(200);
      assertThat(hash()).startsWith("$2a$12$");
      assertThat(logIn(EMAIL, PASSWORD).status()).isEqualTo(200);
    }

    private String hash() {
      return (String)
          Objects.requireNonNull(
              rows("select password_hash from users where email = ?", EMAIL)
                  .getFirst()
                  .get("password_hash"));
    }
  }

  /** All that an answer tells, but for the id that every request has of its own. */
  private static ObjectNode told(TestResponse response) {
    var answer = response.answer().<ObjectNode>deepCopy();
    answer.set("body", response.json().<ObjectNode>deepCopy().without("requestId"));
    return answer;
  }
}
