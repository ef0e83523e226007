package com.hekax.phone.notifications.api;

import com.hekax.phone.notifications.slack.SlackConnection;
import com.hekax.phone.notifications.slack.SlackConnections;
import com.hekax.phone.notifications.slack.SlackStatus;
import com.hekax.phone.notifications.slack.SlackWiring;
import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import java.time.Instant;
import java.util.Optional;

/** Where in Slack the organization is told; also answers when it is nowhere. */
@Route(value = "GET /api/notifications/slack", needs = Permission.NOTIFICATIONS_MANAGE)
public final class GetSlackHandler extends ApiHandler {
  private final SlackConnections connections;

  public GetSlackHandler() {
    this(SlackWiring.connections());
  }

  GetSlackHandler(SlackConnections connections) {
    this.connections = connections;
  }

  private record SlackBody(
      SlackStatus status,
      Optional<String> teamName,
      Optional<String> channelName,
      Optional<String> error,
      Optional<Instant> lastOkAt,
      Optional<Instant> connectedAt) {

    static final SlackBody NONE =
        new SlackBody(
            SlackStatus.DISCONNECTED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    static SlackBody of(SlackConnection connection) {
      return new SlackBody(
          connection.status(),
          Optional.of(connection.teamName()),
          Optional.of(connection.channelName()),
          connection.lastError(),
          connection.lastOkAt(),
          Optional.of(connection.connectedAt()));
    }
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    return ApiResponse.ok(
        connections.find(request.organization()).map(SlackBody::of).orElse(SlackBody.NONE));
  }
}
