package com.hekax.phone.sandbox.twilio.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A resource as JSON, field by field; what is not there is null on the wire. */
final class Fields {
  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  Fields with(String name, Object value) {
    fields.put(name, value);
    return this;
  }

  Fields with(String name, Optional<?> value) {
    fields.put(name, value.orElse(null));
    return this;
  }

  Fields with(String name, Instant time) {
    return with(name, RFC_2822.format(time));
  }

  Fields withTime(String name, Optional<Instant> time) {
    return with(name, time.map(RFC_2822::format));
  }

  Fields without(String... names) {
    for (var name : names) {
      fields.put(name, null);
    }
    return this;
  }

  Map<String, @Nullable Object> json() {
    return fields;
  }

  /** One page of a list, as {@code Page} and {@code PageSize} ask for it. */
  static Map<String, @Nullable Object> page(
      RestRequest request, String name, List<? extends Map<String, ?>> all) throws RestException {
    int size = request.number("PageSize", 50, 1, 1000);
    int page = request.number("Page", 0, 0, 999_999);
    int start = Math.min(page * size, all.size());
    int end = Math.min(start + size, all.size());
    return new Fields()
        .with(name, all.subList(start, end))
        .with("first_page_uri", uri(request, 0, size))
        .with("next_page_uri", some(end < all.size(), uri(request, page + 1, size)))
        .with("previous_page_uri", some(page > 0, uri(request, page - 1, size)))
        .with("uri", uri(request, page, size))
        .with("page", page)
        .with("page_size", size)
        .with("start", start)
        .with("end", Math.max(start, end - 1))
        .json();
  }

  private static Optional<String> some(boolean there, String uri) {
    return there ? Optional.of(uri) : Optional.empty();
  }

  /** With what the list was asked for, so that each page is one of the same list. */
  private static String uri(RestRequest request, int page, int size) {
    var uri = new StringBuilder("%s?PageSize=%d&Page=%d".formatted(request.path(), size, page));
    request
        .fields()
        .forEach(
            (name, values) -> {
              if (!name.equals("Page") && !name.equals("PageSize")) {
                values.forEach(value -> uri.append('&').append(encoded(name, value)));
              }
            });
    return uri.toString();
  }

  private static String encoded(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + '='
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
