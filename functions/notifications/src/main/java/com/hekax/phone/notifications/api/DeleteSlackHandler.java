package com.hekax.phone.notifications.api;

import com.hekax.phone.notifications.slack.SlackConnections;
import com.hekax.phone.notifications.slack.SlackWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;

/** Disconnects Slack: nothing more is written there. */
@Route(value = "DELETE /api/notifications/slack", needs = Permission.NOTIFICATIONS_MANAGE)
public final class DeleteSlackHandler extends ApiHandler {
  private final SlackConnections connections;

  public DeleteSlackHandler() {
    this(SlackWiring.connections());
  }

  DeleteSlackHandler(SlackConnections connections) {
    this.connections = connections;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    connections.disconnect(request.organization());
    return ApiResponse.noContent();
  }
}
