package com.hekax.phone.sandbox.openai.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.sandbox.openai.receptionist.Turn;
import com.hekax.phone.sandbox.openai.wire.Json;
import com.hekax.phone.sandbox.openai.wire.Refused;
import com.hekax.phone.sandbox.speech.Clip;
import com.hekax.phone.sandbox.speech.Clips;
import com.hekax.phone.sandbox.speech.MuLaw;
import java.io.ByteArrayOutputStream;
import java.util.OptionalLong;

/** One item of a dialogue: its JSON as events show it, and its audio, which they do not show. */
final class Item {
  private final ObjectNode json;
  private ByteArrayOutputStream audio = new ByteArrayOutputStream();
  private int audioBytes;
  private OptionalLong truncatedAtMs = OptionalLong.empty();

  private Item(ObjectNode json) {
    this.json = json;
  }

  /** An item as a client describes it. */
  static Item of(JsonNode described) {
    var json = Json.object();
    json.put("id", Json.text(described, "id").orElseGet(Ids::item));
    json.put("object", "realtime.item");
    json.put("status", "completed");
    json.setAll((ObjectNode) described.deepCopy());
    if (json.path("type").asText().equals("function_call") && !json.has("call_id")) {
      json.put("call_id", Ids.call());
    }
    return new Item(json);
  }

  /** What a caller said, or an empty turn. */
  static Item heard(String id, byte[] mulaw) {
    var item = new Item(started(id, "message").put("role", "user").put("status", "completed"));
    item.json.putArray("content").addObject().put("type", "input_audio");
    item.speak(mulaw);
    return item;
  }

  /** The beginning of what the assistant says. */
  static Item answer() {
    var item = new Item(started(Ids.item(), "message").put("role", "assistant"));
    item.json.putArray("content");
    return item;
  }

  /** The beginning of a tool call. */
  static Item call(String tool) {
    return new Item(
        started(Ids.item(), "function_call")
            .put("name", tool)
            .put("call_id", Ids.call())
            .put("arguments", ""));
  }

  String id() {
    return json.path("id").asText();
  }

  String type() {
    return json.path("type").asText();
  }

  /** Empty unless it is a message. */
  String role() {
    return json.path("role").asText();
  }

  String field(String name) {
    return json.path(name).asText();
  }

  /** As events show it. */
  ObjectNode shown() {
    return json.deepCopy();
  }

  void set(String field, String value) {
    json.put(field, value);
  }

  /** Makes the one content part that an answer has. */
  ObjectNode content(String type) {
    var content = (ArrayNode) json.path("content");
    return content.addObject().put("type", type);
  }

  JsonNode part() {
    return json.path("content").path(0);
  }

  void transcript(String text) {
    // What was cut off is not to be read again.
    if (part() instanceof ObjectNode part && truncatedAtMs.isEmpty()) {
      part.put("transcript", text);
    }
  }

  /** More of its audio. */
  void speak(byte[] mulaw) {
    audio.writeBytes(mulaw);
    audioBytes += mulaw.length;
  }

  /** Keeps the length of the audio and lets go of the rest. */
  void forget() {
    audio = new ByteArrayOutputStream();
  }

  byte[] audio() {
    return audio.toByteArray();
  }

  long audioMs() {
    return MuLaw.length(audioBytes).toMillis();
  }

  OptionalLong truncatedAtMs() {
    return truncatedAtMs;
  }

  /**
   * Forgets the audio that the caller did not hear, and all words: nobody knows which were heard.
   *
   * @throws Refused if there is no audio of the assistant, or not so much
   */
  void truncate(long endMs) {
    if (!role().equals("assistant") || audioBytes == 0 || endMs == 0) {
      throw Refused.because(
          "unsupported_content_type", "Only the audio of an assistant's message can be truncated.");
    }
    if (endMs > audioMs()) {
      throw Refused.withoutCode(
          "Audio content of %dms is already shorter than %dms".formatted(audioMs(), endMs));
    }
    var heard = audio();
    audio.reset();
    audioBytes = (int) endMs * MuLaw.BYTES_PER_MILLISECOND;
    audio.write(heard, 0, audioBytes);
    truncatedAtMs = OptionalLong.of(endMs);
    if (part() instanceof ObjectNode part) {
      part.remove("transcript");
    }
  }

  /** What it says to the model. */
  Turn turn(Clips clips) {
    return switch (type()) {
      case "function_call" -> new Turn.Called(field("call_id"), field("name"));
      case "function_call_output" ->
          new Turn.Returned(
              field("call_id"), Json.parse(field("output")).orElseGet(() -> json.path("output")));
      default ->
          switch (role()) {
            case "system" -> new Turn.Told(part().path("text").asText());
            case "assistant" -> new Turn.Answered();
            default -> said(clips);
          };
    };
  }

  private Turn said(Clips clips) {
    if (!part().path("type").asText().equals("input_audio")) {
      return new Turn.Said(clips.saying(part().path("text").asText()));
    }
    return MuLaw.trimmed(audio()).length == 0
        ? new Turn.Silence()
        : new Turn.Said(clips.recognise(audio()));
  }

  /** The words of what was heard, as far as they are understood. */
  String words(Clips clips) {
    return clips.recognise(audio()).map(Clip::text).orElse("");
  }

  private static ObjectNode started(String id, String type) {
    return Json.object()
        .put("id", id)
        .put("object", "realtime.item")
        .put("type", type)
        .put("status", "in_progress");
  }
}
