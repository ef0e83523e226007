package com.hekax.phone.accounts.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.accounts.AccountsTest;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.fixtures.TestResponse;
import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
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
    void when_one_or_the_other_is_tried_then_the_work_is_about_the_same() {
      // The least of a few: what else the machine does only ever adds. Without the comparison with
      // nobody's hash, the unknown one costs a hundredth of the other.
      var wrong = leastWork(EMAIL);
      var unknown = leastWork("nobody@bright.example");

      assertThat(unknown).isBetween(wrong / 2, wrong * 2);
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

    private long leastWork(String email) {
      var threads = ManagementFactory.getThreadMXBean();
      return LongStream.generate(
              () -> {
                long before = threads.getCurrentThreadCpuTime();
                logIn(email, "not the password");
                return threads.getCurrentThreadCpuTime() - before;
              })
          .limit(4)
          .min()
          .orElseThrow();
    }
  }

  /** All that an answer tells, but for the id that every request has of its own. */
  private static ObjectNode told(TestResponse response) {
    var answer = response.answer().<ObjectNode>deepCopy();
    answer.set("body", response.json().<ObjectNode>deepCopy().without("requestId"));
    return answer;
  }
}
