package com.hekax.phone.notifications.api;

import com.hekax.phone.notifications.slack.SlackAuthorizations;
import com.hekax.phone.notifications.slack.SlackWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Begins to connect Slack: answers where its owner is asked to let us in. */
@Route(
    value = "POST /api/notifications/slack/authorizations",
    needs = Permission.NOTIFICATIONS_MANAGE)
public final class CreateSlackAuthorizationHandler extends ApiHandler {
  private final SlackAuthorizations authorizations;

  public CreateSlackAuthorizationHandler() {
    this(SlackWiring.authorizations());
  }

  CreateSlackAuthorizationHandler(SlackAuthorizations authorizations) {
    this.authorizations = authorizations;
  }

  private record AuthorizationBody(String authorizationUrl) {}

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var asked = authorizations.begin(request.member());
    return ApiResponse.json(201, new AuthorizationBody(asked.url()))
        .cookie(SlackCookie.of(asked.verifier()))
        .asShownOnce();
  }
}
