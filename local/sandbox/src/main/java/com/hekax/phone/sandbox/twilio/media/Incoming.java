package com.hekax.phone.sandbox.twilio.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Base64;

/** A message from the product's server ("Media Streams: WebSocket messages", read 2026-11-22). */
sealed interface Incoming {
  ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** Sound to play, mu-law. */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Media(byte[] audio) implements Incoming {}

  record Mark(String name) implements Incoming {}

  record Clear() implements Incoming {}

  /** What Twilio does not take. */
  record Invalid(String reason) implements Incoming {}

  static Incoming read(String text, String streamSid) {
    JsonNode message;
    try {
      message = MAPPER.readTree(text);
    } catch (JsonProcessingException _) {
      return new Invalid("No JSON");
    }
    if (!message.path("streamSid").asText().equals(streamSid)) {
      return new Invalid("streamSid is not that of the stream");
    }
    return switch (message.path("event").asText()) {
      case "media" -> media(message.path("media").path("payload"));
      case "mark" -> mark(message.path("mark").path("name"));
      case "clear" -> new Clear();
      default -> new Invalid("No such event: " + message.path("event").asText());
    };
  }

  private static Incoming media(JsonNode payload) {
    if (!payload.isTextual()) {
      return new Invalid("media without a payload");
    }
    try {
      return new Media(Base64.getDecoder().decode(payload.asText()));
    } catch (IllegalArgumentException _) {
      return new Invalid("The payload is no base64");
    }
  }

  private static Incoming mark(JsonNode name) {
    return name.isTextual() ? new Mark(name.asText()) : new Invalid("mark without a name");
  }
}
