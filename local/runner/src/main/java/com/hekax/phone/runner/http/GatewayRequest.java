package com.hekax.phone.runner.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it reaches an API, after CloudFront.
 *
 * @param path decoded, as HTTP APIs see it
 * @param rawQuery as the client wrote it, without the question mark
 * @param headers lower-case names, values of one name joined by commas, without cookies
 * @param sourceIp of the peer, which is CloudFront
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record GatewayRequest(
    String method,
    String path,
    String rawQuery,
    Map<String, String> headers,
    List<String> cookies,
    byte[] body,
    String sourceIp) {

  Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  /** Decoded query values by name, those of one name joined by commas. */
  public Map<String, String> query() {
    var values = new LinkedHashMap<String, String>();
    for (var part : rawQuery.split("&", -1)) {
      if (!part.isEmpty()) {
        var equals = part.indexOf('=');
        var name = decode(equals < 0 ? part : part.substring(0, equals));
        var value = equals < 0 ? "" : decode(part.substring(equals + 1));
        values.merge(name, value, (first, second) -> first + "," + second);
      }
    }
    return values;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}
