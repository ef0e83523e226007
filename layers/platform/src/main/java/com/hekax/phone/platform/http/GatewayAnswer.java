package com.hekax.phone.platform.http;

import java.util.List;
import java.util.Map;

/** An answer in the form that an HTTP API takes from a function (payload format 2.0). */
record GatewayAnswer(
    int statusCode,
    Map<String, String> headers,
    List<String> cookies,
    String body,
    boolean isBase64Encoded) {

  static GatewayAnswer of(ApiResponse response) {
    return new GatewayAnswer(
        response.status(),
        response.headers(),
        response.cookies(),
        response.body().orElse(""),
        false);
  }
}
