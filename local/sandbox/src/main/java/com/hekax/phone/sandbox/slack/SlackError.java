package com.hekax.phone.sandbox.slack;

import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal in Slack's words: the answer has status 200 and {@code ok} is false. */
final class SlackError extends RuntimeException {
  private final String word;
  private final Map<String, Object> more;

  private SlackError(String word, Map<String, Object> more) {
    super(word);
    this.word = word;
    this.more = more;
  }

  static SlackError of(String word) {
    return new SlackError(word, Map.of());
  }

  static SlackError missingScope(String needed, String provided) {
    return new SlackError("missing_scope", Map.of("needed", needed, "provided", provided));
  }

  String word() {
    return word;
  }

  Map<String, Object> body() {
    var body = new LinkedHashMap<String, Object>();
    body.put("ok", false);
    body.put("error", word);
    body.putAll(more);
    return body;
  }
}
