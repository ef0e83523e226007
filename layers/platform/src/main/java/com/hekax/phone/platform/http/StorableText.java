package com.hekax.phone.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.problems.FieldError;
import java.util.List;

/**
 * What a client sends is going to be kept, and PostgreSQL keeps no text with a NUL, nor UTF-8 half
 * of a surrogate pair. JSON can spell both, and no schema of a document forbids them.
 */
final class StorableText {
  private static final String MESSAGE = "holds a character that no text can hold";

  static boolean is(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || isHalfAPair(c));
  }

  /** Adds an error for a parameter that cannot be kept. */
  static void check(String name, String text, List<FieldError> errors) {
    if (!is(text)) {
      errors.add(new FieldError(name, MESSAGE));
    }
  }

  /** Adds an error for each text of a body that cannot be kept, under its path such as a.b[0]. */
  static void check(JsonNode body, List<FieldError> errors) {
    check("", body, errors);
  }

  private static void check(String path, JsonNode node, List<FieldError> errors) {
    var place = path.isEmpty() ? "body" : path;
    if (node.isTextual()) {
      check(place, node.textValue(), errors);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      check(path + "[" + i + "]", node.get(i), errors);
    }
    for (var field : node.properties()) {
      check(place, field.getKey(), errors);
      check(
          path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), errors);
    }
  }

  private static boolean isHalfAPair(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private StorableText() {}
}
