package com.hekax.phone.sandbox.openai.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.sandbox.openai.audio.AudioFormat;
import com.hekax.phone.sandbox.openai.wire.Json;
import com.hekax.phone.sandbox.openai.wire.Refused;
import com.hekax.phone.sandbox.speech.Hearing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a session was told to be. A field that an update leaves out stays as it was. */
final class Settings {
  private static final Set<String> FIXED = Set.of("type", "model", "audio");

  private final Model model;
  private final InstantSource clock;
  private ObjectNode session;
  private boolean spoken;

  Settings(Model model, InstantSource clock, Instant expiresAt) {
    this.model = model;
    this.clock = clock;
    this.session = defaults(model, expiresAt);
  }

  /** The whole of it, as {@code session.created} and {@code session.updated} show it. */
  ObjectNode shown() {
    return session.deepCopy();
  }

  /**
   * Takes a checked {@code session} of an update, all of it or nothing.
   *
   * @param answering is a response going on
   */
  void update(JsonNode change, boolean answering) {
    var next = session.deepCopy();
    for (var field : change.properties()) {
      if (!FIXED.contains(field.getKey())) {
        next.set(field.getKey(), field.getValue());
      }
    }
    for (var side : change.path("audio").properties()) {
      var merged = (ObjectNode) next.path("audio").path(side.getKey());
      for (var part : side.getValue().properties()) {
        merged.set(part.getKey(), complete(part.getKey(), part.getValue()));
      }
    }
    checkModel(change);
    checkOutput(next, answering);
    checkTranscription(next.path("audio").path("input").path("transcription"));
    checkTracing(next);
    session = next;
  }

  /** Once the model has spoken its voice stays. */
  void spoken() {
    spoken = true;
  }

  /**
   * @throws Refused if a response asks for another voice than the one that was heard
   */
  void checkVoice(JsonNode voice, String path) {
    if (spoken && !voice.isMissingNode() && !voice.equals(output().path("voice"))) {
      throw Refused.at(
          path,
          "cannot_update_voice",
          "Cannot update a conversation's voice if assistant audio is present.");
    }
  }

  String instructions() {
    return session.path("instructions").asText();
  }

  JsonNode field(String name) {
    return session.path(name);
  }

  JsonNode output() {
    return session.path("audio").path("output");
  }

  AudioFormat inputFormat() {
    return AudioFormat.of(input().path("format"));
  }

  /** How turns are told from silence; empty when the client does that. */
  Optional<Hearing> hearing() {
    var detection = input().path("turn_detection");
    return switch (detection.path("type").asText()) {
      case "server_vad" ->
          Optional.of(
              new Hearing(
                  detection.path("threshold").asDouble(),
                  Duration.ofMillis(detection.path("prefix_padding_ms").asLong()),
                  Duration.ofMillis(detection.path("silence_duration_ms").asLong())));
      case "semantic_vad" ->
          Optional.of(
              new Hearing(
                  Hearing.DEFAULT.threshold(),
                  Hearing.DEFAULT.prefix(),
                  patience(detection.path("eagerness").asText())));
      default -> Optional.empty();
    };
  }

  boolean respondsToTurns() {
    return input().path("turn_detection").path("create_response").asBoolean();
  }

  boolean interruptedBySpeech() {
    return input().path("turn_detection").path("interrupt_response").asBoolean();
  }

  Optional<Duration> idleTimeout() {
    var timeout = input().path("turn_detection").path("idle_timeout_ms");
    return timeout.isNumber() ? Optional.of(Duration.ofMillis(timeout.asLong())) : Optional.empty();
  }

  Optional<TranscriptionModel> transcription() {
    return Json.text(input().path("transcription"), "model")
        .flatMap(name -> TranscriptionModel.find(name, today()));
  }

  private JsonNode input() {
    return session.path("audio").path("input");
  }

  private void checkModel(JsonNode change) {
    var name = Json.text(change, "model").orElse(model.name());
    if (!name.equals(model.name())) {
      throw Refused.at("session.model", "invalid_value", "A session's model cannot be changed.");
    }
    if (change.has("reasoning") && !model.reasons()) {
      throw Refused.at(
          "session.reasoning",
          "invalid_value",
          "'session.reasoning' is not supported with " + name + ".");
    }
  }

  private void checkOutput(ObjectNode next, boolean answering) {
    var output = next.path("audio").path("output");
    checkVoice(output.path("voice"), "session.audio.output.voice");
    boolean other = output.path("speed").asDouble() != output().path("speed").asDouble();
    if (other && answering) {
      throw Refused.at(
          "session.audio.output.speed",
          "invalid_value",
          "The speed can be changed between turns only, not while a response is in progress.");
    }
  }

  private void checkTranscription(JsonNode transcription) {
    if (transcription.isNull()) {
      return;
    }
    var path = "session.audio.input.transcription";
    var name = transcription.path("model").asText();
    var found =
        TranscriptionModel.find(name, today())
            .orElseThrow(
                () ->
                    Refused.at(
                        path + ".model",
                        "invalid_value",
                        "Invalid value: '" + name + "'. It is no transcription model."));
    Map.of(
            "languages", found.guided(),
            "keywords", found.guided(),
            "prompt", found.prompted(),
            "delay", found.delayed())
        .forEach(
            (field, supported) -> {
              if (transcription.has(field) && !supported) {
                throw Refused.at(
                    path + "." + field,
                    "invalid_value",
                    "'%s.%s' is not supported with %s.".formatted(path, field, name));
              }
            });
  }

  private void checkTracing(ObjectNode next) {
    var before = session.path("tracing");
    if (!before.isNull() && !next.path("tracing").equals(before)) {
      throw Refused.at(
          "session.tracing", "invalid_value", "Tracing cannot be changed once it is set.");
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** How long semantic detection waits; this one hears no meaning, so it takes the middle. */
  private static Duration patience(String eagerness) {
    return switch (eagerness) {
      case "low" -> Duration.ofSeconds(4);
      case "high" -> Duration.ofSeconds(1);
      default -> Duration.ofSeconds(2);
    };
  }

  private static JsonNode complete(String name, JsonNode value) {
    if (name.equals("turn_detection") && value.isObject()) {
      var whole = turnDetection(value.path("type").asText());
      whole.setAll((ObjectNode) value);
      return whole;
    }
    if (name.equals("format") && value.path("type").asText().equals("audio/pcm")) {
      return pcm();
    }
    return value;
  }

  private static ObjectNode turnDetection(String type) {
    var detection = Json.object().put("type", type);
    if (type.equals("server_vad")) {
      detection
          .put("threshold", 0.5)
          .put("prefix_padding_ms", 300)
          .put("silence_duration_ms", 500)
          .putNull("idle_timeout_ms");
    } else {
      detection.put("eagerness", "auto");
    }
    return detection.put("create_response", true).put("interrupt_response", true);
  }

  private static ObjectNode defaults(Model model, Instant expiresAt) {
    var session =
        Json.object()
            .put("type", "realtime")
            .put("object", "realtime.session")
            .put("id", Ids.session())
            .put("model", model.name())
            .put("instructions", "You are a friendly assistant. Speak quickly.")
            .put("tool_choice", "auto")
            .put("max_output_tokens", "inf")
            .put("truncation", "auto")
            .putNull("tracing")
            .putNull("prompt")
            .putNull("include")
            .put("expires_at", expiresAt.getEpochSecond());
    session.putArray("output_modalities").add("audio");
    session.putArray("tools");
    var audio = session.putObject("audio");
    var input = audio.putObject("input");
    input.set("format", pcm());
    input.putNull("transcription").putNull("noise_reduction");
    input.set("turn_detection", turnDetection("server_vad"));
    var output = audio.putObject("output");
    output.set("format", pcm());
    output.put("voice", "alloy").put("speed", 1.0);
    return session;
  }

  private static ObjectNode pcm() {
    return Json.object().put("type", "audio/pcm").put("rate", 24_000);
  }

  /** The tools that a response may use. */
  List<JsonNode> tools() {
    return session.path("tools").valueStream().toList();
  }
}
