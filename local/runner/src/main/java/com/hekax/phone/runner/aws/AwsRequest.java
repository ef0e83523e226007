package com.hekax.phone.runner.aws;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A request to an AWS API.
 *
 * @param rawPath as the client wrote it; signatures cover this form
 * @param headers by lower-case name
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record AwsRequest(
    String method, String rawPath, String rawQuery, Map<String, String> headers, byte[] body) {

  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  /** The path, decoded. */
  public String path() {
    return decode(rawPath.replace("+", "%2B"));
  }

  /** Decoded query values, sorted by name. */
  public SortedMap<String, String> query() {
    var values = new TreeMap<String, String>();
    for (var part : rawQuery.split("&", -1)) {
      if (!part.isEmpty()) {
        var equals = part.indexOf('=');
        var name = equals < 0 ? part : part.substring(0, equals);
        values.put(decode(name), equals < 0 ? "" : decode(part.substring(equals + 1)));
      }
    }
    return values;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
