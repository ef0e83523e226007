package com.hekax.phone.live.socket;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a link, as a WebSocket API hands it to a function ("Set up a WebSocket API
 * integration request", read 2026-11-22); the fields that are used. Only an opening link has
 * headers and a query, and their names are written as the client wrote them.
 */
record SocketEvent(
    RequestContext requestContext,
    @Nullable Map<String, String> headers,
    @Nullable Map<String, String> queryStringParameters,
    @Nullable String body) {

  record RequestContext(String connectionId, String requestId) {}

  String connectionId() {
    return requestContext.connectionId();
  }

  Optional<String> header(String name) {
    var all = headers == null ? Map.<String, String>of() : headers;
    return all.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  Optional<String> query(String name) {
    var all = queryStringParameters == null ? Map.<String, String>of() : queryStringParameters;
    return Optional.ofNullable(all.get(name));
  }

  /** What the page sent. */
  String text() {
    return body == null ? "" : body;
  }
}
