package com.hekax.phone.accounts.api;

import static com.hekax.phone.fixtures.TestRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.accounts.AccountsTest;
import com.hekax.phone.fixtures.TestRequest;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogOutHandlerTest extends AccountsTest {
  private static final String EMAIL = "olivia@bright.example";

  private String token;

  @BeforeAll
  void given_somebody_with_an_account() {
    signUp(EMAIL);
  }

  @BeforeEach
  void given_a_session() {
    sql("truncate sessions cascade");
    token = refreshToken(logIn(EMAIL, PASSWORD));
  }

  @Test
  void when_the_session_is_ended_then_the_cookie_goes_and_nothing_continues_it() {
    assertTakesCookieAway(withCookie(token));

    assertThat(refresh(token).status()).isEqualTo(401);
    assertThat(rows("select ended_because from sessions"))
        .containsExactly(Map.of("ended_because", "LOGGED_OUT"));
  }

  @Test
  void when_it_is_ended_twice_then_the_second_changes_nothing() {
    assertTakesCookieAway(withCookie(token));
    var ended = rows("select ended_at from sessions");

    assertTakesCookieAway(withCookie(token));

    assertThat(rows("select ended_at from sessions")).isEqualTo(ended);
  }

  @Test
  void when_the_cookie_is_missing_or_garbage_then_there_is_nothing_to_complain_about() {
    assertTakesCookieAway(request());
    assertTakesCookieAway(withCookie("garbage"));

    assertThat(refresh(token).status()).isEqualTo(200);
  }

  private void assertTakesCookieAway(TestRequest request) {
    var response = logOut.call(request);
    assertThat(response.status()).isEqualTo(204);
    assertThat(response.text()).isEmpty();
    assertThat(setCookies(response))
        .containsExactly(
            "hekax_refresh=; Path=/api/auth; HttpOnly; Secure; SameSite=Strict; Max-Age=0");
  }
}
