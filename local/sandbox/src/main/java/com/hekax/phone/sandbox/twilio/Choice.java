package com.hekax.phone.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Constants as words of the wire: {@code NO_ANSWER} is {@code no-answer}. */
final class Choice {

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The constant that a field names, or the usual one when the field is not there.
   *
   * @throws IllegalArgumentException with the words that would do
   */
  static <E extends Enum<E>> E read(JsonNode body, String field, E usual) {
    if (!body.has(field)) {
      return usual;
    }
    var word = body.path(field).asText();
    var constants = usual.getDeclaringClass().getEnumConstants();
    return Arrays.stream(constants)
        .filter(constant -> word(constant).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is one of %s, not %s."
                        .formatted(
                            field,
                            Arrays.stream(constants)
                                .map(Choice::word)
                                .collect(Collectors.joining(", ")),
                            word)));
  }

  private Choice() {}
}
