package com.hekax.phone.platform.http;

import com.hekax.phone.platform.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a route answers.
 *
 * @param body text of the media type in the headers; empty for none
 * @param shownOnce the body holds a secret, so it is not kept for a repeated request
 */
public record ApiResponse(
    int status,
    Map<String, String> headers,
    List<String> cookies,
    Optional<String> body,
    boolean shownOnce) {

  public static ApiResponse ok(Object body) {
    return json(200, body);
  }

  /** Something new that can be read at {@code location} from now on. */
  public static ApiResponse created(String location, Object body) {
    return json(201, body).header("location", location);
  }

  /** It is seen to; what comes of it is not told here. */
  public static ApiResponse accepted() {
    return new ApiResponse(202, Map.of(), List.of(), Optional.empty(), false);
  }

  public static ApiResponse noContent() {
    return new ApiResponse(204, Map.of(), List.of(), Optional.empty(), false);
  }

  /** A refusal without a word, for callers that should learn nothing from it. */
  public static ApiResponse refused() {
    return new ApiResponse(403, Map.of(), List.of(), Optional.empty(), false);
  }

  public static ApiResponse json(int status, Object body) {
    return text(status, "application/json", Json.write(body));
  }

  public static ApiResponse text(int status, String contentType, String body) {
    return new ApiResponse(
        status, Map.of("content-type", contentType), List.of(), Optional.of(body), false);
  }

  public ApiResponse header(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new ApiResponse(status, more, cookies, body, shownOnce);
  }

  public ApiResponse cookie(String cookie) {
    return new ApiResponse(
        status,
        headers,
        Stream.concat(cookies.stream(), Stream.of(cookie)).toList(),
        body,
        shownOnce);
  }

  /** Marks an answer whose body must not be kept; see {@link Idempotency}. */
  public ApiResponse asShownOnce() {
    return new ApiResponse(status, headers, cookies, body, true);
  }
}
