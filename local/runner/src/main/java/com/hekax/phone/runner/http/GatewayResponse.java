package com.hekax.phone.runner.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A response on its way back to the client. */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record GatewayResponse(
    int status, Map<String, String> headers, List<String> cookies, byte[] body) {

  /** What the gateway itself says: a small JSON message. */
  public static GatewayResponse message(int status, String message) {
    return new GatewayResponse(
        status,
        Map.of("content-type", "application/json"),
        List.of(),
        ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8));
  }

  static GatewayResponse notFound() {
    return message(404, "Not Found");
  }

  static GatewayResponse internalError() {
    return message(500, "Internal Server Error");
  }

  static GatewayResponse unavailable() {
    return message(503, "Service Unavailable");
  }

  static GatewayResponse tooLarge() {
    return message(413, "Request Entity Too Large");
  }
}
