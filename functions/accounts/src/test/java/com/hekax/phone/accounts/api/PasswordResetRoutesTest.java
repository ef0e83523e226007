package com.hekax.phone.accounts.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.accounts.AccountsTest;
import com.hekax.phone.fixtures.TestFunction;
import com.hekax.phone.fixtures.TestResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordResetRoutesTest extends AccountsTest {
  private static final String EMAIL = "olivia@bright.example";
  private static final String NOBODY = "nobody@bright.example";
  private static final String ANOTHER = "a lighthouse keeper's cat";

  private final TestFunction<CreatePasswordResetHandler> create =
      function(CreatePasswordResetHandler::new);
  private final TestFunction<RedeemPasswordResetHandler> redeem =
      function(RedeemPasswordResetHandler::new);
  private String hash = "";

  @BeforeAll
  void given_somebody_with_an_account() {
    signUp(EMAIL);
    hash =
        String.valueOf(
            rows("select password_hash from users where email = ?", EMAIL)
                .getFirst()
                .get("password_hash"));
  }

  @BeforeEach
  void given_their_usual_password_and_no_reset() {
    sql("delete from sign_in_attempts");
    sql("delete from password_resets");
    sql("update users set password_hash = ? where email = ?", hash, EMAIL);
  }

  @Nested
  class Given_an_address {

    @Test
    void when_it_has_an_account_or_not_then_the_answers_and_the_work_are_the_same() {
      var events = rows("select from outbox").size();
      var known = create(EMAIL);
      var unknown = create(NOBODY);

      assertThat(known.status()).isEqualTo(202);
      assertThat(unknown.answer()).isEqualTo(known.answer());
      assertThat(hashesFor(() -> create(EMAIL))).isZero();
      assertThat(hashesFor(() -> create(NOBODY))).isZero();
      assertThat(rows("select from outbox")).hasSize(events + 4);
    }

    @Test
    void when_it_has_an_account_then_its_mailbox_gets_a_link_for_half_an_hour() {
      create("OLIVIA@bright.example");

      var mail = lastMailTo(EMAIL);
      assertThat(mail.path("kind").asText()).isEqualTo("RESET_PASSWORD");
      assertThat(mail.at("/facts/name").asText()).isEqualTo("Olivia Owner");
      assertThat(Instant.parse(mail.path("validUntil").asText()))
          .isEqualTo(Instant.parse(mail.path("occurredAt").asText()).plus(Duration.ofMinutes(30)));
    }

    @Test
    void when_it_has_none_then_its_mailbox_is_told_so_without_a_link() {
      create(NOBODY);

      var mail = lastMailTo(NOBODY);
      assertThat(mail.path("kind").asText()).isEqualTo("NO_ACCOUNT");
      assertThat(mail.path("code").asText("")).isEmpty();
      assertThat(rows("select from password_resets")).isEmpty();
    }

    @Test
    void when_it_is_asked_for_again_and_again_then_its_mailbox_is_not_flooded() {
      var mails = mailsTo(EMAIL).size();
      var answers = Stream.generate(() -> create(EMAIL).answer()).limit(6).distinct().toList();

      assertThat(answers).hasSize(1);
      assertThat(mailsTo(EMAIL)).hasSize(mails + 4);
    }
  }

  @Nested
  class Given_the_code_of_a_mail {

    @Test
    void when_it_is_redeemed_then_the_new_password_signs_in_and_the_old_one_does_not() {
      assertThat(redeem(asked(), ANOTHER).status()).isEqualTo(204);

      assertThat(logIn(EMAIL, PASSWORD).status()).isEqualTo(401);
      assertThat(logIn(EMAIL, ANOTHER).status()).isEqualTo(200);
      assertThat(lastMailTo(EMAIL).path("kind").asText()).isEqualTo("PASSWORD_CHANGED");
    }

    @Test
    void when_it_is_redeemed_then_all_sessions_of_the_person_end_and_nobody_elses() {
      var one = refreshToken(logIn(EMAIL, PASSWORD));
      var other = refreshToken(logIn(EMAIL, PASSWORD));
      var somebodyElse = refreshToken(signUp("emil@bright.example"));

      redeem(asked(), ANOTHER);

      assertThat(refresh(one).status()).isEqualTo(401);
      assertThat(refresh(other).status()).isEqualTo(401);
      assertThat(refresh(somebodyElse).status()).isEqualTo(200);
      assertThat(
              rows(
                  "select distinct ended_because from sessions where user_id = ? and ended_at >"
                      + " now() - interval '1 minute'",
                  idOf(EMAIL)))
          .containsExactly(Map.of("ended_because", "PASSWORD_RESET"));
    }

    @Test
    void when_the_account_is_locked_then_redeeming_lets_the_person_in_at_once() {
      for (int i = 0; i < 5; i++) {
        logIn(EMAIL, "not the password");
      }
      assertThat(logIn(EMAIL, PASSWORD).status()).isEqualTo(429);

      redeem(asked(), ANOTHER);

      assertThat(logIn(EMAIL, ANOTHER).status()).isEqualTo(200);
    }

    @Test
    void when_it_is_redeemed_twice_then_the_second_time_it_is_over() {
      var code = asked();
      redeem(code, ANOTHER);

      assertOver(redeem(code, "yet another long password"));
      assertThat(logIn(EMAIL, ANOTHER).status()).isEqualTo(200);
    }

    @Test
    void when_three_redeem_it_at_the_same_moment_then_one_sets_the_password() throws SQLException {
      var code = asked();

      var statuses =
          atTheSameMoment(
              3, "select from password_resets for update", () -> redeem(code, ANOTHER).status());

      assertThat(statuses).containsExactlyInAnyOrder(204, 410, 410);
    }

    @Test
    void when_a_newer_one_was_asked_for_then_only_that_is_good() {
      var former = asked();
      var newest = asked();

      assertOver(redeem(former, ANOTHER));
      assertThat(redeem(newest, ANOTHER).status()).isEqualTo(204);
    }

    @Test
    void when_half_an_hour_is_over_then_it_is_too_late() {
      var code = asked();
      sql("update password_resets set expires_at = now() - interval '1 second'");

      assertOver(redeem(code, ANOTHER));
      assertThat(logIn(EMAIL, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void when_the_new_password_is_too_short_then_the_code_stays_good() {
      var code = asked();

      var refused = redeem(code, "eleven char");

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.wrongFields()).isEqualTo(List.of("password"));
      assertThat(redeem(code, ANOTHER).status()).isEqualTo(204);
    }

    @Test
    void when_the_person_was_taken_out_of_all_organizations_then_it_is_over() {
      signUp("left@bright.example");
      create("left@bright.example");
      var code = codeOf(lastMailTo("left@bright.example"));
      sql("delete from refresh_tokens");
      sql("delete from sessions");
      sql("delete from memberships where user_id = ?", idOf("left@bright.example"));

      assertOver(redeem(code, ANOTHER));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "AAAA", "not a code"})
  void when_it_is_no_code_then_it_is_answered_like_one_that_is_over(String code) {
    assertOver(redeem(code, ANOTHER));
  }

  private TestResponse create(String email) {
    return create.call(request().json(Map.of("email", email)));
  }

  private TestResponse redeem(String code, String password) {
    return redeem.call(request().json(Map.of("code", code, "password", password)));
  }

  /** Asks, and gives the code that the mailbox got. */
  private String asked() {
    assertThat(create(EMAIL).status()).isEqualTo(202);
    return codeOf(lastMailTo(EMAIL));
  }

  private static void assertOver(TestResponse response) {
    assertThat(response.status()).isEqualTo(410);
    assertThat(response.problem()).isEqualTo("LINK_INVALID");
  }
}
