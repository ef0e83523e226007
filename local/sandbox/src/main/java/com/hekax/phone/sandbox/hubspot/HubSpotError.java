package com.hekax.phone.sandbox.hubspot;

import com.hekax.phone.sandbox.SandboxJson;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A refusal in HubSpot's words. */
final class HubSpotError extends RuntimeException {
  private final int status;
  private final String category;
  private final Map<String, Object> more;

  private HubSpotError(int status, String category, String message, Map<String, Object> more) {
    super(message);
    this.status = status;
    this.category = category;
    this.more = more;
  }

  static HubSpotError of(int status, String category, String message) {
    return new HubSpotError(status, category, message, Map.of());
  }

  /** A body that is not of the documented form. */
  static HubSpotError invalid(String message) {
    return of(400, "VALIDATION_ERROR", message);
  }

  /** A property whose value is refused. */
  static HubSpotError property(String name, String code, String message) {
    return new HubSpotError(
        400,
        "VALIDATION_ERROR",
        "Property values were not valid: " + message,
        Map.of("errors", List.of(Map.of("message", message, "code", code, "in", name))));
  }

  static HubSpotError notFound() {
    return of(404, "OBJECT_NOT_FOUND", "Object not found.");
  }

  /** An answer of the token endpoint, whose errors have a word of their own. */
  static HubSpotError token(String word, String message) {
    return new HubSpotError(400, word, message, Map.of("error", word));
  }

  /**
   * Too many requests.
   *
   * @param policy which limit: TEN_SECONDLY_ROLLING, SECONDLY or DAILY
   */
  static HubSpotError busy(String policy) {
    return new HubSpotError(
        429,
        "RATE_LIMITS",
        "You have reached your limit: " + policy,
        Map.of("errorType", "RATE_LIMIT", "policyName", policy));
  }

  void send(ServerResponse response) {
    SandboxJson.send(response, status, body());
  }

  /** As one of several in an answer of 207. */
  Map<String, Object> inBatch() {
    var body = body();
    for (var part : List.of("context", "links")) {
      body.put(part, Map.of());
    }
    body.putIfAbsent("errors", List.of());
    return body;
  }

  private Map<String, Object> body() {
    var body = new LinkedHashMap<String, Object>();
    body.put("status", "error");
    body.put("message", String.valueOf(getMessage()));
    body.put("correlationId", UUID.randomUUID().toString());
    body.put("category", category);
    body.putAll(more);
    return body;
  }
}
