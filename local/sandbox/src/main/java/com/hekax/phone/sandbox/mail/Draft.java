package com.hekax.phone.sandbox.mail;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The body of a request to send, checked as Resend does (OpenAPI 1.5.0, read 2026-11-22). */
final class Draft {
  private static final int MOST_RECIPIENTS = 50;
  private static final int LONGEST_TAG = 256;
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[^\\s<>@,;]+@[^\\s<>@,;]+\\.[^\\s<>@,;]+|[^<>\\r\\n]+ <[^\\s<>@]+@[^\\s<>@]+\\.[^\\s<>@]+>");

  private final JsonNode body;

  Draft(JsonNode body) {
    this.body = body;
  }

  /** The e-mail that it asks for. */
  Message message(Instant now, String id, Optional<String> key) {
    if (!body.isObject()) {
      throw ResendError.invalid("The request body is no JSON object.");
    }
    var from = required("from");
    if (!ADDRESS.matcher(from).matches()) {
      throw ResendError.of(422, "invalid_from_address", format("from"));
    }
    if (from.replace(">", "").endsWith(".invalid")) {
      throw unverified(from);
    }
    required("to");
    var subject = line("subject", required("subject"));
    if (!body.hasNonNull("html") && !body.hasNonNull("text")) {
      throw ResendError.invalid("Missing `html` or `text` field.");
    }
    return new Message(
        now,
        id,
        from,
        addresses("to"),
        addresses("reply_to"),
        subject,
        body.path("html").asText(),
        body.path("text").asText(),
        headers(),
        tags(),
        key);
  }

  /** As a domain whose records are not in its DNS. */
  static ResendError unverified(String from) {
    return ResendError.of(
        403,
        "validation_error",
        "The %s domain is not verified. Please, add and verify your domain."
            .formatted(from.substring(from.indexOf('@') + 1).replace(">", "")));
  }

  private String required(String field) {
    var value = body.path(field);
    boolean isEmpty = value.isArray() ? value.isEmpty() : value.asText().isBlank();
    if (isEmpty) {
      throw ResendError.of(422, "missing_required_field", "Missing `%s` field.".formatted(field));
    }
    return value.asText();
  }

  private List<String> addresses(String field) {
    var addresses = new ArrayList<String>();
    if (body.path(field).isArray()) {
      body.path(field).forEach(address -> addresses.add(address.asText()));
    } else if (body.hasNonNull(field)) {
      addresses.add(body.path(field).asText());
    }
    if (addresses.size() > MOST_RECIPIENTS) {
      throw ResendError.invalid(
          "The `%s` field has more than %d addresses.".formatted(field, MOST_RECIPIENTS));
    }
    if (!addresses.stream().allMatch(address -> ADDRESS.matcher(address).matches())) {
      throw ResendError.invalid(format(field));
    }
    return List.copyOf(addresses);
  }

  private Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    for (var header : body.path("headers").properties()) {
      headers.put(header.getKey(), line("headers", header.getValue().asText()));
    }
    return headers;
  }

  private Map<String, String> tags() {
    var tags = new LinkedHashMap<String, String>();
    for (var tag : body.path("tags")) {
      var name = tag.path("name").asText();
      var value = tag.path("value").asText();
      for (var word : List.of(name, value)) {
        if (word.length() > LONGEST_TAG || !TAG.matcher(word).matches()) {
          throw ResendError.invalid(
              "Tags should only contain ASCII letters, numbers, underscores, or dashes.");
        }
      }
      tags.put(name, value);
    }
    return tags;
  }

  /** A value that becomes a line of the e-mail's head. */
  private static String line(String field, String value) {
    if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      throw ResendError.invalid("The `\\n` is not allowed in the `%s` field.".formatted(field));
    }
    return value;
  }

  private static String format(String field) {
    return "Invalid `%s` field. The email address needs to follow the `email@example.com` or `Name <email@example.com>` format."
        .formatted(field);
  }
}
