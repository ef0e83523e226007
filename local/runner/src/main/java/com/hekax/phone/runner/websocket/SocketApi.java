package com.hekax.phone.runner.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.runner.http.GatewayRequest;
import com.hekax.phone.runner.lambda.InvocationResult.Failure;
import com.hekax.phone.runner.lambda.InvocationResult.Success;
import com.hekax.phone.runner.lambda.InvocationResult.Throttled;
import com.hekax.phone.runner.lambda.LambdaService;
import com.hekax.phone.runner.template.Application.WebSocketApi;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One WebSocket API: its routes and the clients that are connected. */
final class SocketApi {
  /** What $connect said. */
  sealed interface Handshake {
    record Accepted(Connection connection, Optional<String> subprotocol) implements Handshake {}

    record Refused(int status) implements Handshake {}
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BODY_SELECTION = "$request.body.";

  private final WebSocketApi api;
  private final LambdaService lambda;
  private final SocketLimits limits;
  private final SocketEvents events;
  private final Map<String, Connection> connections = new ConcurrentHashMap<>();

  SocketApi(WebSocketApi api, LambdaService lambda, SocketLimits limits) {
    this.api = api;
    this.lambda = lambda;
    this.limits = limits;
    this.events = new SocketEvents(api);
  }

  SocketLimits limits() {
    return limits;
  }

  String stage() {
    return api.stage();
  }

  Optional<Connection> find(String connectionId) {
    return Optional.ofNullable(connections.get(connectionId));
  }

  Handshake connect(GatewayRequest request) {
    var connection = new Connection(this, request);
    var function = api.routes().get("$connect");
    if (function == null) {
      return new Handshake.Accepted(connection, Optional.empty());
    }
    return switch (lambda.invoke(function, events.connect(connection))) {
      case Success(var payload) -> judge(connection, payload);
      case Failure _ -> new Handshake.Refused(502);
      case Throttled _ -> new Handshake.Refused(503);
    };
  }

  void connected(Connection connection) {
    connections.put(connection.id(), connection);
  }

  void received(Connection connection, String body, boolean binary) {
    var route = binary ? "$default" : route(body);
    var function = api.routes().get(route);
    if (function == null) {
      connection.send(message("Forbidden", connection));
      return;
    }
    var result = lambda.invoke(function, events.message(connection, route, body, binary));
    // No route response is configured in the templates, so what the function answers goes nowhere.
    if (!(result instanceof Success)) {
      connection.send(message("Internal server error", connection));
    }
  }

  /** Tells $disconnect, which on AWS is best effort too. */
  void disconnected(Connection connection, int status, String reason) {
    var known = connections.remove(connection.id());
    var function = api.routes().get("$disconnect");
    if (known != null && function != null) {
      lambda.invokeAsync(function, events.disconnect(connection, status, reason));
    }
  }

  /** Closes connections that were silent or lived for too long. */
  void closeExpired(Instant now) {
    for (var connection : connections.values()) {
      if (connection.idleFor(limits.idle(), now)
          || connection.connectedAt().plus(limits.life()).isBefore(now)) {
        connection.close(Connection.GOING_AWAY, "Going away");
      }
    }
  }

  private Handshake judge(Connection connection, byte[] payload) {
    JsonNode answer;
    try {
      answer = JSON.readTree(payload);
    } catch (IOException notJson) {
      return new Handshake.Refused(502);
    }
    var status = answer.path("statusCode").asInt(502);
    if (status < 200 || status > 299) {
      return new Handshake.Refused(status);
    }
    var protocol =
        answer.path("headers").properties().stream()
            .filter(header -> header.getKey().equalsIgnoreCase("Sec-WebSocket-Protocol"))
            .map(header -> header.getValue().asText())
            .findFirst();
    return new Handshake.Accepted(connection, protocol);
  }

  /** The route that the selection expression finds in a message; $default for everything else. */
  private String route(String body) {
    var expression = api.selectionExpression();
    if (!expression.startsWith(BODY_SELECTION)) {
      return "$default";
    }
    try {
      var value = JSON.readTree(body);
      for (var part : expression.substring(BODY_SELECTION.length()).split("\\.", -1)) {
        value = value.path(part);
      }
      var key = value.asText("");
      return api.routes().containsKey(key) && !key.startsWith("$") ? key : "$default";
    } catch (IOException notJson) {
      return "$default";
    }
  }

  private static String message(String text, Connection connection) {
    return JSON.createObjectNode()
        .put("message", text)
        .put("connectionId", connection.id())
        .put("requestId", SocketEvents.id())
        .toString();
  }
}
