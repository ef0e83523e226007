package com.hekax.phone.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** When what happened in a call, read from what the sandbox tells of it; all in milliseconds. */
record CallTimes(JsonNode call) {

  /** From the stream's beginning, when the caller's first frame is sent, to the first sound. */
  long untilGreeted() {
    return at("first-audio") - at("stream-started");
  }

  double streamMinutes() {
    return (at("stream-stopped") - at("stream-started")) / 60_000.0;
  }

  /** From the first sound of the caller's words until the assistant is told to be silent. */
  Optional<Long> untilCleared(String clip) {
    return find("clear")
        .map(clear -> clear.path("atMillis").asLong() - said(clip).path("atMillis").asLong());
  }

  /** What the caller had heard of the assistant's words at the clear. */
  OptionalLong playedAtClear() {
    return find("clear")
        .map(clear -> OptionalLong.of(clear.path("msPlayed").asLong()))
        .orElse(OptionalLong.empty());
  }

  /** From the end of the caller's words until the caller is a contact; empty if it never was. */
  Optional<Long> untilInCrm(String clip, JsonNode contacts) {
    var spoken = said(clip);
    var end =
        Instant.parse(call.path("createdAt").asText())
            .plusMillis(spoken.path("atMillis").asLong() + spoken.path("millis").asLong());
    for (var contact : contacts) {
      if (contact.path("properties").path("phone").asText().equals(call.path("from").asText())) {
        return Optional.of(
            Duration.between(end, Instant.parse(contact.path("createdAt").asText())).toMillis());
      }
    }
    return Optional.empty();
  }

  /** Where the first item that was cut was cut. */
  static OptionalLong truncatedAt(JsonNode session) {
    for (var item : session.path("items")) {
      if (item.path("truncatedAtMs").isNumber()) {
        return OptionalLong.of(item.path("truncatedAtMs").asLong());
      }
    }
    return OptionalLong.empty();
  }

  private JsonNode said(String clip) {
    return first(
            entry ->
                entry.path("kind").asText().equals("said")
                    && entry.path("clip").asText().equals(clip))
        .orElseThrow(
            () -> new IllegalStateException("The caller never said " + clip + ": " + call));
  }

  private long at(String kind) {
    return find(kind)
        .orElseThrow(() -> new IllegalStateException("There is no " + kind + " in " + call))
        .path("atMillis")
        .asLong();
  }

  private Optional<JsonNode> find(String kind) {
    return first(entry -> entry.path("kind").asText().equals(kind));
  }

  private Optional<JsonNode> first(Predicate<JsonNode> is) {
    return call.path("timeline").valueStream().filter(is).findFirst();
  }
}
