package com.hekax.phone.notifications.api;

import com.hekax.phone.notifications.slack.SlackAuthorizations;
import com.hekax.phone.platform.crypto.RandomToken;
import com.hekax.phone.platform.http.ApiRequest;
import java.util.Optional;

/**
 * What the browser keeps while its user is asked by Slack: no script reads it, and only the way
 * back has it. It is Lax because that way begins on Slack's site.
 */
final class SlackCookie {
  private static final String NAME = "hekax_slack";
  private static final String ATTRIBUTES =
      "; Path=/api/notifications/slack/callback; HttpOnly; Secure; SameSite=Lax; Max-Age=";

  static String of(RandomToken verifier) {
    return NAME + "=" + verifier.value() + ATTRIBUTES + SlackAuthorizations.LIFE.toSeconds();
  }

  /** Takes it away. */
  static String none() {
    return NAME + "=" + ATTRIBUTES + "0";
  }

  static Optional<RandomToken> presented(ApiRequest request) {
    return request.cookie(NAME).filter(value -> !value.isEmpty()).map(RandomToken::new);
  }

  private SlackCookie() {}
}
