package com.hekax.phone.platform.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as an HTTP API hands it to a function: payload format 2.0 ("AWS Lambda proxy
 * integrations for HTTP APIs", read 2026-11-22). Header names are lower case, duplicates are joined
 * by commas, and a body that is no text comes as base64.
 */
record GatewayEvent(
    String rawPath,
    @Nullable String rawQueryString,
    @Nullable List<String> cookies,
    @Nullable Map<String, String> headers,
    @Nullable Map<String, String> queryStringParameters,
    @Nullable Map<String, String> pathParameters,
    RequestContext requestContext,
    @Nullable String body,
    boolean isBase64Encoded) {

  record RequestContext(String requestId, Http http, @Nullable Authorizer authorizer) {}

  record Http(String method, String sourceIp, @Nullable String userAgent) {}

  /** What the session authorizer said; the gateway puts it under {@code lambda}. */
  record Authorizer(@Nullable Map<String, String> lambda) {}
}
