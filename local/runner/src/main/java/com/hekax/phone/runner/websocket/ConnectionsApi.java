package com.hekax.phone.runner.websocket;

import com.hekax.phone.runner.aws.AwsApi;
import com.hekax.phone.runner.aws.AwsException;
import com.hekax.phone.runner.aws.AwsRequest;
import com.hekax.phone.runner.aws.AwsResponse;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** The management API of WebSocket APIs: send to a connection, look at it, close it. */
public final class ConnectionsApi implements AwsApi {
  private static final String PREFIX = "/_websocket/";
  private static final Pattern PATH =
      Pattern.compile(PREFIX + "(?<api>[^/]+)/(?<stage>[^/]+)/@connections/(?<id>.+)");

  private final WebSocketApis apis;

  public ConnectionsApi(WebSocketApis apis) {
    this.apis = apis;
  }

  /** Where functions reach an API's management endpoint; the stage follows. */
  public static String address(URI awsEndpoint, String apiId) {
    return awsEndpoint + PREFIX + apiId;
  }

  @Override
  public boolean accepts(AwsRequest request) {
    return request.path().startsWith(PREFIX);
  }

  @Override
  public AwsResponse answer(AwsRequest request) {
    var path = PATH.matcher(request.path());
    if (!path.matches()) {
      throw new AwsException(403, "ForbiddenException", "Forbidden");
    }
    var connection =
        apis.withId(path.group("api"))
            .filter(api -> api.stage().equals(path.group("stage")))
            .flatMap(api -> api.find(path.group("id")))
            .orElseThrow(() -> new AwsException(410, "GoneException", "Gone"));
    return switch (request.method()) {
      case "POST" -> post(connection, request.body());
      case "GET" -> describe(connection);
      case "DELETE" -> {
        connection.close(Connection.NORMAL, "Connection Closed Normally");
        yield AwsResponse.empty(204);
      }
      default -> throw new AwsException(405, "MethodNotAllowed", "Method not allowed");
    };
  }

  private static AwsResponse post(Connection connection, byte[] data) {
    if (data.length > SocketLimits.STANDARD.message()) {
      throw new AwsException(413, "PayloadTooLargeException", "The message is over 128 KB");
    }
    try {
      connection.send(new String(data, StandardCharsets.UTF_8));
    } catch (UncheckedIOException lost) {
      throw new AwsException(410, "GoneException", "Gone");
    }
    return AwsResponse.empty(200);
  }

  private static AwsResponse describe(Connection connection) {
    var body =
        """
        {"connectedAt":"%s","identity":{"sourceIp":"%s"},"lastActiveAt":"%s"}"""
            .formatted(
                connection.connectedAt(),
                connection.handshake().sourceIp(),
                connection.lastActive());
    return new AwsResponse(
        200, Map.of("content-type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
  }
}
