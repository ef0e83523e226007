package com.hekax.phone.sandbox.openai.receptionist;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.speech.Clip;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What follows an utterance.
 *
 * @param call the tool that is called before anything is said
 * @param with its arguments; {@code ${name}} stands for a value of the call
 * @param then what is said, the first that fits the tool's answer; the last one fits always
 */
record Rule(Optional<String> call, Map<String, String> with, List<Answer> then) {

  /**
   * @param when words that a field of the tool's answer contains, by field
   */
  record Answer(Map<String, String> when, Clip say) {

    boolean fits(JsonNode output) {
      return when.entrySet().stream()
          .allMatch(
              field ->
                  lower(output.path(field.getKey()).toString()).contains(lower(field.getValue())));
    }

    private static String lower(String text) {
      return text.toLowerCase(Locale.ROOT);
    }
  }

  /** What is said to a tool's answer. */
  Clip after(JsonNode output) {
    return then.stream()
        .filter(answer -> answer.fits(output))
        .findFirst()
        .orElseGet(then::getLast)
        .say();
  }

  /** What is said when there is no tool to ask. */
  Clip withoutTool() {
    return then.getLast().say();
  }
}
