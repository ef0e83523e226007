package com.hekax.phone.accounts.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.accounts.AccountsTest;
import com.hekax.phone.fixtures.TestResponse;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshSessionHandlerTest extends AccountsTest {
  private static final String EMAIL = "olivia@bright.example";

  private String first;

  @BeforeAll
  void given_somebody_with_an_account() {
    signUp(EMAIL);
  }

  @BeforeEach
  void given_a_session() {
    sql("truncate sessions cascade");
    first = refreshToken(logIn(EMAIL, PASSWORD));
  }

  @Nested
  class Given_the_newest_token_of_a_session {

    @Test
    void when_it_is_presented_then_it_is_replaced_by_another() {
      var response = refresh(first);

      assertThat(response.status()).isEqualTo(200);
      assertThat(setCookies(response))
          .singleElement()
          .asString()
          .matches(
              "hekax_refresh=[A-Za-z0-9_-]{43}; Path=/api/auth; HttpOnly; Secure; SameSite=Strict;"
                  + " Max-Age=2592000");
      assertThat(refreshToken(response)).isNotEqualTo(first);
      assertThat(refresh(refreshToken(response)).status()).isEqualTo(200);
    }

    @Test
    void when_it_is_presented_then_the_access_token_is_the_same_persons() {
      var token = accessToken(refresh(first));

      assertThat(token.getSubject()).isEqualTo(idOf(EMAIL).toString());
      assertThat(token.getClaim("role").asString()).isEqualTo("OWNER");
    }

    @Test
    void when_the_persons_role_has_changed_then_the_access_token_has_the_role_of_today() {
      sql("update memberships set role = 'AGENT' where user_id = ?", idOf(EMAIL));
      try {
        assertThat(accessToken(refresh(first)).getClaim("role").asString()).isEqualTo("AGENT");
      } finally {
        sql("update memberships set role = 'OWNER' where user_id = ?", idOf(EMAIL));
      }
    }

    @Test
    void when_three_present_it_at_once_then_exactly_one_wins() throws SQLException {
      var statuses =
          atTheSameMoment(
              3, "select from refresh_tokens for update", () -> refresh(first).status());

      assertThat(statuses).containsExactlyInAnyOrder(200, 401, 401);
    }
  }

  @Nested
  class Given_a_token_that_was_replaced {
    private String second;

    @BeforeEach
    void given() {
      second = refreshToken(refresh(first));
    }

    @Test
    void when_it_is_presented_again_then_the_session_ends_for_both() {
      assertOver(refresh(first));
      assertOver(refresh(second));
      assertThat(rows("select ended_because from sessions"))
          .containsExactly(Map.of("ended_because", "REFRESH_TOKEN_REUSED"));
    }

    @Test
    void when_it_is_presented_again_then_the_persons_other_sessions_go_on() {
      var elsewhere = refreshToken(logIn(EMAIL, PASSWORD));

      assertOver(refresh(first));

      assertThat(refresh(elsewhere).status()).isEqualTo(200);
    }
  }

  @Nested
  class Given_a_token_that_continues_nothing {

    @Test
    void when_it_has_expired_then_the_session_is_over_and_stays_as_it_was() {
      sql("update refresh_tokens set expires_at = now() - interval '1 second'");

      assertOver(refresh(first));
      assertThat(rows("select from sessions where ended_at is null")).hasSize(1);
    }

    @Test
    void when_its_session_has_ended_then_it_is_over() {
      logOut.call(withCookie(first));

      assertOver(refresh(first));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "garbage", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "a=b", "é", "%00"})
    void when_it_is_garbage_then_the_session_is_over(String garbage) {
      assertOver(refresh(garbage));
    }

    @Test
    void when_there_is_none_then_the_session_is_over() {
      assertOver(refresh.call(request()));
    }

    @Test
    void when_it_comes_as_another_cookie_then_the_session_is_over() {
      assertOver(refresh.call(request().cookie("hekax", first)));
    }
  }

  private static void assertOver(TestResponse response) {
    assertThat(response.status()).isEqualTo(401);
    assertThat(response.problem()).isEqualTo("UNAUTHENTICATED");
    assertThat(setCookies(response)).isEmpty();
  }
}
