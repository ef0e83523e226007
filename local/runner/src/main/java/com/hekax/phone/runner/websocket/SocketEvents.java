package com.hekax.phone.runner.websocket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.runner.http.GatewayRequest;
import com.hekax.phone.runner.template.Application.WebSocketApi;
import com.hekax.phone.runner.template.Naming;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** The events that a WebSocket API sends to its functions. */
final class SocketEvents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter LOG_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final WebSocketApi api;

  SocketEvents(WebSocketApi api) {
    this.api = api;
  }

  static String id() {
    var bytes = new byte[11];
    ThreadLocalRandom.current().nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  byte[] connect(Connection connection) {
    var request = connection.handshake();
    var event = JSON.createObjectNode();
    addHeaders(event, request);
    if (!request.rawQuery().isEmpty()) {
      var single = event.putObject("queryStringParameters");
      var multiple = event.putObject("multiValueQueryStringParameters");
      request
          .query()
          .forEach(
              (name, value) -> {
                single.put(name, value);
                multiple.putArray(name).add(value);
              });
    }
    addContext(event, connection, "$connect", "CONNECT");
    return bytes(event.put("isBase64Encoded", false));
  }

  byte[] message(Connection connection, String route, String body, boolean base64) {
    var event = JSON.createObjectNode();
    addContext(event, connection, route, "MESSAGE").put("messageId", id());
    return bytes(event.put("body", body).put("isBase64Encoded", base64));
  }

  byte[] disconnect(Connection connection, int status, String reason) {
    var event = JSON.createObjectNode();
    addHeaders(event, connection.handshake());
    addContext(event, connection, "$disconnect", "DISCONNECT")
        .put("disconnectStatusCode", status)
        .put("disconnectReason", reason);
    return bytes(event.put("isBase64Encoded", false));
  }

  private ObjectNode addContext(
      ObjectNode event, Connection connection, String route, String type) {
    var now = Instant.now();
    var context = event.putObject("requestContext");
    context.put("routeKey", route).put("eventType", type).put("messageDirection", "IN");
    context.put("extendedRequestId", id()).put("requestId", id());
    context.put("requestTime", LOG_TIME.format(now)).put("requestTimeEpoch", now.toEpochMilli());
    context.put("stage", api.stage()).put("connectedAt", connection.connectedAt().toEpochMilli());
    context
        .putObject("identity")
        .put("sourceIp", connection.handshake().sourceIp())
        .put("userAgent", connection.handshake().headers().getOrDefault("user-agent", ""));
    context.put("domainName", Naming.apiHost(api.id()));
    return context.put("connectionId", connection.id()).put("apiId", api.id());
  }

  private static void addHeaders(ObjectNode event, GatewayRequest request) {
    var single = event.putObject("headers");
    var multiple = event.putObject("multiValueHeaders");
    request
        .headers()
        .forEach(
            (name, value) -> {
              single.put(name, value);
              multiple.putArray(name).add(value);
            });
  }

  private static byte[] bytes(JsonNode event) {
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
