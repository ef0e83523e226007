package com.hekax.phone.accounts.api;

import com.hekax.phone.accounts.AccessTokens;
import com.hekax.phone.accounts.Sessions;
import com.hekax.phone.platform.crypto.RandomToken;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * A session as answers carry it: the access token in the body, for the page's memory, and the
 * refresh token in a cookie that no script reads and that is sent to sign-in routes of this site
 * alone.
 */
final class SessionAnswers {
  private static final String COOKIE = "hekax_refresh";
  private static final String ATTRIBUTES = "; Path=/api/auth; HttpOnly; Secure; SameSite=Strict";
  private static final Duration COOKIE_LIFE = Duration.ofDays(30);

  private final AccessTokens accessTokens;

  SessionAnswers(AccessTokens accessTokens) {
    this.accessTokens = accessTokens;
  }

  private record SessionBody(String accessToken, String tokenType, long expiresInSeconds) {}

  ApiResponse of(int status, Sessions.Opened opened) {
    var body =
        new SessionBody(
            accessTokens.sign(opened.principal()), "Bearer", AccessTokens.LIFE.toSeconds());
    return ApiResponse.json(status, body)
        .header("cache-control", "no-store")
        .cookie(
            COOKIE
                + "="
                + opened.refreshToken().value()
                + ATTRIBUTES
                + "; Max-Age="
                + COOKIE_LIFE.toSeconds());
  }

  /** An answer that takes the cookie away. */
  static ApiResponse withoutCookie(ApiResponse response) {
    return response.cookie(COOKIE + "=" + ATTRIBUTES + "; Max-Age=0");
  }

  static Optional<RandomToken> presented(ApiRequest request) {
    return request.cookie(COOKIE).filter(value -> !value.isEmpty()).map(RandomToken::new);
  }
}
