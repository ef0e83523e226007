package com.hekax.phone.live.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import java.util.Optional;

/** What a page may say over its link. */
sealed interface PageMessage {

  record Ping() implements PageMessage {}

  /**
   * It wants what it missed.
   *
   * @param after the number of the last frame that it knows of; empty the first time
   */
  record Resume(Optional<Long> after) implements PageMessage {}

  record Unknown() implements PageMessage {}

  static PageMessage read(String text) {
    try {
      var message = Json.MAPPER.readTree(text);
      return switch (message.path("type").asText()) {
        case "ping" -> new Ping();
        case "resume" -> resume(message.path("after"));
        default -> new Unknown();
      };
    } catch (JsonProcessingException e) {
      return new Unknown();
    }
  }

  private static PageMessage resume(JsonNode after) {
    if (after.isMissingNode()) {
      return new Resume(Optional.empty());
    }
    return after.canConvertToExactIntegral() && after.canConvertToLong() && after.asLong() >= 0
        ? new Resume(Optional.of(after.asLong()))
        : new Unknown();
  }
}
