package com.hekax.phone.notifications.api;

import com.hekax.phone.notifications.slack.SlackConnections;
import com.hekax.phone.notifications.slack.SlackWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.util.function.UnaryOperator;

/** Lists what was told in Slack and how that went, newest first. */
@Route(value = "GET /api/notifications/slack/deliveries", needs = Permission.NOTIFICATIONS_MANAGE)
public final class ListSlackDeliveriesHandler extends ApiHandler {
  private final SlackConnections connections;

  public ListSlackDeliveriesHandler() {
    this(SlackWiring.connections());
  }

  ListSlackDeliveriesHandler(SlackConnections connections) {
    this.connections = connections;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var page = connections.deliveries(request.organization(), request.page());
    return ApiResponse.ok(page.map(story -> DeliveryBody.of(story, UnaryOperator.identity())));
  }
}
