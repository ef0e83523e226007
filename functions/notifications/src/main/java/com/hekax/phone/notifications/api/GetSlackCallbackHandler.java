package com.hekax.phone.notifications.api;

import com.hekax.phone.notifications.slack.SlackAuthorizations;
import com.hekax.phone.notifications.slack.SlackAuthorizations.Ending;
import com.hekax.phone.notifications.slack.SlackWiring;
import com.hekax.phone.platform.crypto.RandomToken;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where Slack sends the browser back to. Public, because a browser that follows a redirect shows no
 * session: the state and the cookie say whose it is. Answers with the dashboard's page in any case.
 */
@Route(value = "GET /api/notifications/slack/callback", needs = Permission.PUBLIC)
public final class GetSlackCallbackHandler extends ApiHandler {
  private static final String PAGE = "/settings/integrations?";

  private final SlackAuthorizations authorizations;

  public GetSlackCallbackHandler() {
    this(SlackWiring.authorizations());
  }

  GetSlackCallbackHandler(SlackAuthorizations authorizations) {
    this.authorizations = authorizations;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var ending =
        request
            .query("state")
            .map(
                state ->
                    authorizations.finish(
                        new RandomToken(state),
                        // Both at once is nobody's answer; a refusal counts.
                        request.query("error").isPresent()
                            ? Optional.empty()
                            : request.query("code"),
                        SlackCookie.presented(request)))
            .orElse(Ending.EXPIRED);
    return seeOther(
        ending == Ending.CONNECTED
            ? PAGE + "connected=slack"
            : PAGE + "error=" + ending.name().toLowerCase(Locale.ROOT));
  }

  /** Relative, so that the browser stays where it is. */
  private static ApiResponse seeOther(String page) {
    return new ApiResponse(
            302,
            Map.of("location", page, "cache-control", "no-store", "referrer-policy", "no-referrer"),
            List.of(),
            Optional.empty(),
            false)
        .cookie(SlackCookie.none());
  }
}
