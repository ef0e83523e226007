package com.hekax.phone.runner.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.runner.template.Naming;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Makes the events of payload format 2.0 that an HTTP API sends to functions and authorizers. */
final class GatewayEvents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter LOG_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final List<String> TEXT_TYPES =
      List.of("text/", "application/json", "application/javascript", "application/xml");

  private final String apiId;

  GatewayEvents(String apiId) {
    this.apiId = apiId;
  }

  /**
   * Makes a request's id. It stands in the event, the response and every log line, so that one
   * finds the others.
   */
  static String requestId() {
    var bytes = new byte[11];
    ThreadLocalRandom.current().nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  byte[] integration(
      GatewayRequest request,
      RouteTable.Match match,
      String requestId,
      Optional<JsonNode> authorizerContext) {
    var event = JSON.createObjectNode().put("version", "2.0");
    addRequest(event, request, match, requestId);
    authorizerContext.ifPresent(
        context ->
            ((ObjectNode) event.get("requestContext"))
                .putObject("authorizer")
                .set("lambda", context));
    if (request.body().length > 0) {
      var text = isText(request);
      event.put(
          "body",
          text
              ? new String(request.body(), StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(request.body()));
      event.put("isBase64Encoded", !text);
    } else {
      event.put("isBase64Encoded", false);
    }
    return bytes(event);
  }

  byte[] authorizer(
      GatewayRequest request, RouteTable.Match match, String requestId, List<String> identity) {
    var event = JSON.createObjectNode().put("version", "2.0").put("type", "REQUEST");
    event.put(
        "routeArn",
        Naming.arn("execute-api", apiId + "/$default/" + request.method() + request.path()));
    identity.forEach(event.putArray("identitySource")::add);
    addRequest(event, request, match, requestId);
    return bytes(event);
  }

  private void addRequest(
      ObjectNode event, GatewayRequest request, RouteTable.Match match, String requestId) {
    event.put("routeKey", match.route().key());
    event.put("rawPath", request.path());
    event.put("rawQueryString", request.rawQuery());
    if (!request.cookies().isEmpty()) {
      request.cookies().forEach(event.putArray("cookies")::add);
    }
    putAll(event.putObject("headers"), request.headers());
    if (!request.rawQuery().isEmpty()) {
      putAll(event.putObject("queryStringParameters"), request.query());
    }
    if (!match.parameters().isEmpty()) {
      putAll(event.putObject("pathParameters"), match.parameters());
    }
    var now = Instant.now();
    var context = event.putObject("requestContext");
    context.put("accountId", Naming.ACCOUNT).put("apiId", apiId);
    context.put("domainName", Naming.apiHost(apiId)).put("domainPrefix", apiId);
    context
        .putObject("http")
        .put("method", request.method())
        .put("path", request.path())
        .put("protocol", "HTTP/1.1")
        .put("sourceIp", request.sourceIp())
        .put("userAgent", request.header("user-agent").orElse(""));
    context.put("requestId", requestId).put("routeKey", match.route().key());
    context.put("stage", "$default").put("time", LOG_TIME.format(now));
    context.put("timeEpoch", now.toEpochMilli());
  }

  /** The gateway hands over text as it is; everything else, form posts among it, in base64. */
  private static boolean isText(GatewayRequest request) {
    if (request.header("content-encoding").isPresent()) {
      return false;
    }
    var type = request.header("content-type").orElse("text/plain").toLowerCase(Locale.ROOT);
    var media = type.split(";", 2)[0].strip();
    return TEXT_TYPES.stream().anyMatch(media::startsWith)
        || media.endsWith("+json")
        || media.endsWith("+xml");
  }

  private static void putAll(ObjectNode object, Map<String, String> values) {
    values.forEach(object::put);
  }

  private static byte[] bytes(JsonNode event) {
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
