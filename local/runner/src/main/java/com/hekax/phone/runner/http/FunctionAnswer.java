package com.hekax.phone.runner.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns what a function answered into a response, or into the gateway's 500 when it cannot be. */
final class FunctionAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FunctionAnswer() {}

  static GatewayResponse response(byte[] payload) {
    JsonNode answer;
    try {
      answer = JSON.readTree(payload);
    } catch (IOException notJson) {
      return GatewayResponse.internalError();
    }
    if (!answer.isObject() || !answer.has("statusCode")) {
      // Anything without a status code is the body of a 200.
      return new GatewayResponse(
          200, Map.of("content-type", "application/json"), List.of(), payload);
    }
    var body = answer.path("body");
    var status = answer.path("statusCode").asInt();
    if (!(body.isTextual() || body.isMissingNode() || body.isNull()) || status < 100) {
      return GatewayResponse.internalError();
    }
    try {
      return new GatewayResponse(status, headers(answer), cookies(answer), body(answer));
    } catch (IllegalArgumentException notBase64) {
      return GatewayResponse.internalError();
    }
  }

  private static Map<String, String> headers(JsonNode answer) {
    var headers = new LinkedHashMap<String, String>();
    answer
        .path("headers")
        .properties()
        .forEach(
            header ->
                headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().asText()));
    headers.putIfAbsent("content-type", "text/plain; charset=utf-8");
    return headers;
  }

  private static List<String> cookies(JsonNode answer) {
    var cookies = new ArrayList<String>();
    answer.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
    return cookies;
  }

  private static byte[] body(JsonNode answer) {
    var text = answer.path("body").asText("");
    return answer.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(text)
        : text.getBytes(StandardCharsets.UTF_8);
  }
}
