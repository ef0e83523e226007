package com.hekax.phone.sandbox.twilio.rest;

import io.helidon.webserver.http.ServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request to the REST interface.
 *
 * @param segments of the path behind the version, without {@code .json}
 * @param fields of the form, or of the query; a name may be repeated
 */
record RestRequest(
    String method, String path, List<String> segments, Map<String, List<String>> fields) {
  private static final String SUFFIX = ".json";

  static RestRequest of(ServerRequest request) {
    var method = request.prologue().method().text();
    var path = request.requestedUri().path().rawPath();
    var text = method.equals("POST") ? body(request) : request.query().rawValue();
    var bare = path.endsWith(SUFFIX) ? path.substring(0, path.length() - SUFFIX.length()) : path;
    // The first is empty, the second the version.
    var parts = List.of(bare.split("/", -1));
    var segments = parts.subList(2, parts.size()).stream().map(RestRequest::decoded).toList();
    return new RestRequest(method, path, segments, fields(text));
  }

  Optional<String> find(String name) {
    return all(name).stream().filter(value -> !value.isEmpty()).findFirst();
  }

  List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  /** A field that has to be there. */
  String get(String name, int codeOfItsAbsence) throws RestException {
    return find(name)
        .orElseThrow(() -> RestException.invalid(codeOfItsAbsence, "No '" + name + "'"));
  }

  boolean flag(String name, boolean usual) throws RestException {
    var value = find(name);
    if (value.isEmpty()) {
      return usual;
    }
    return switch (value.get()) {
      case "true", "True" -> true;
      case "false", "False" -> false;
      default ->
          throw RestException.invalid(RestException.INVALID_PARAMETER, name + " is true or false");
    };
  }

  int number(String name, int usual, int least, int most) throws RestException {
    var value = find(name);
    if (value.isEmpty()) {
      return usual;
    }
    if (value.get().matches("[0-9]{1,6}")) {
      int number = Integer.parseInt(value.get());
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw RestException.invalid(
        RestException.INVALID_PARAMETER, "%s is between %d and %d".formatted(name, least, most));
  }

  /** A time, which is in UTC when it says nothing else, or a day, which is then its beginning. */
  Optional<Instant> time(String name) throws RestException {
    var value = find(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    var text = value.get().contains("T") ? value.get() : value.get() + "T00:00:00";
    try {
      var time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(text, Instant::from, LocalDateTime::from);
      return Optional.of(
          time instanceof LocalDateTime local
              ? local.toInstant(ZoneOffset.UTC)
              : Instant.from(time));
    } catch (DateTimeParseException e) {
      throw RestException.invalid(
          RestException.INVALID_PARAMETER, name + " is a time such as 2026-11-22T10:03:51Z");
    }
  }

  private static String body(ServerRequest request) {
    return request.content().hasEntity() ? request.content().as(String.class) : "";
  }

  private static Map<String, List<String>> fields(String text) {
    var fields = new LinkedHashMap<String, List<String>>();
    for (var field : text.split("&", -1)) {
      if (!field.isEmpty()) {
        var parts = field.split("=", 2);
        fields
            .computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>())
            .add(parts.length > 1 ? decoded(parts[1]) : "");
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
