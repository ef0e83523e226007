package com.hekax.phone.sandbox.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a session may be told to be. */
class SessionUpdateTest extends RealtimeTest {

  @Test
  void a_session_reads_back_as_it_was_told() throws Exception {
    try (var client = call()) {
      var session = client.seen().getLast().path("session");
      assertThat(session.path("audio").path("input").path("format").path("type").asText())
          .isEqualTo("audio/pcmu");
      assertThat(session.path("audio").path("output").path("format").path("type").asText())
          .isEqualTo("audio/pcmu");
      assertThat(session.path("audio").path("output").path("voice").asText()).isEqualTo("marin");
      assertThat(session.path("audio").path("output").path("speed").asDouble()).isEqualTo(1.0);
      assertThat(session.path("tools")).hasSize(4);
      assertThat(session.path("instructions").asText()).contains("+14155550123");
    }
  }

  @Test
  void what_an_update_leaves_out_stays_and_what_it_empties_is_empty() throws Exception {
    try (var client = call()) {
      var session =
          update(client, "\"tools\": [], \"audio\": {\"input\": {\"transcription\": null}}");

      assertThat(session.path("tools")).isEmpty();
      assertThat(session.path("audio").path("input").path("transcription").isNull()).isTrue();
      assertThat(session.path("audio").path("input").path("format").path("type").asText())
          .isEqualTo("audio/pcmu");
      assertThat(session.path("audio").path("output").path("voice").asText()).isEqualTo("marin");
      assertThat(session.path("instructions").asText()).contains("+14155550123");
    }
  }

  @Test
  void turn_detection_is_completed_with_its_defaults() throws Exception {
    try (var client = connect()) {
      var session =
          update(
              client,
              "\"audio\": {\"input\": {\"turn_detection\": {\"type\": \"server_vad\", \"silence_duration_ms\": 700}}}");

      var detection = session.path("audio").path("input").path("turn_detection");
      assertThat(detection.path("silence_duration_ms").asInt()).isEqualTo(700);
      assertThat(detection.path("threshold").asDouble()).isEqualTo(0.5);
      assertThat(detection.path("create_response").asBoolean()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "temperature": 0.8                                        | session.temperature                  | unknown_parameter
          "prompt": {"id": "pmpt_1"}                                | session.prompt                       | unknown_parameter
          "modalities": ["audio"]                                   | session.modalities                   | unknown_parameter
          "voice": "marin"                                          | session.voice                        | unknown_parameter
          "input_audio_format": "g711_ulaw"                         | session.input_audio_format           | unknown_parameter
          "turn_detection": null                                    | session.turn_detection               | unknown_parameter
          "max_response_output_tokens": 9                           | session.max_response_output_tokens   | unknown_parameter
          "audio": {"input": {"formats": {}}}                       | session.audio.input.formats          | unknown_parameter
          "audio": {"input": {"format": "g711_ulaw"}}               | session.audio.input.format           | invalid_type
          "audio": {"input": {"format": {"type": "g711_ulaw"}}}     | session.audio.input.format.type      | invalid_value
          "audio": {"input": {"format": {}}}                        | session.audio.input.format.type      | missing_required_parameter
          "audio": {"input": {"format": {"type": "audio/pcm", "rate": 8000}}} | session.audio.input.format.rate | invalid_value
          "audio": {"output": {"voice": "onyx"}}                    | session.audio.output.voice           | invalid_value
          "audio": {"output": {"speed": 2}}                         | session.audio.output.speed           | invalid_value
          "output_modalities": ["audio", "text"]                    | session.output_modalities            | invalid_value
          "output_modalities": ["voice"]                            | session.output_modalities[0]         | invalid_value
          "max_output_tokens": 4097                                 | session.max_output_tokens            | invalid_value
          "max_output_tokens": "many"                               | session.max_output_tokens            | invalid_value
          "tools": [{"type": "function", "function": {"name": "f"}}] | session.tools[0].name               | missing_required_parameter
          "tools": [{"type": "function", "name": "a b"}]            | session.tools[0].name                | invalid_value
          "tools": [{"name": "f"}]                                  | session.tools[0].type                | missing_required_parameter
          "tool_choice": "any"                                      | session.tool_choice                  | invalid_value
          "instructions": 7                                         | session.instructions                 | invalid_type
          "model": "gpt-realtime-1.5"                               | session.model                        | invalid_value
          "truncation": {"type": "retention_ratio"}                 | session.truncation.retention_ratio   | missing_required_parameter
          "audio": {"input": {"turn_detection": {"type": "server_vad", "idle_timeout_ms": 4999}}} | session.audio.input.turn_detection.idle_timeout_ms | invalid_value
          "audio": {"input": {"turn_detection": {"type": "server_vad", "silence_duration_ms": 0.5}}} | session.audio.input.turn_detection.silence_duration_ms | invalid_type
          "audio": {"input": {"turn_detection": {"type": "semantic_vad", "threshold": 0.5}}} | session.audio.input.turn_detection.threshold | unknown_parameter
          "audio": {"input": {"transcription": {"model": "nova"}}}  | session.audio.input.transcription.model | invalid_value
          "audio": {"input": {"transcription": {"model": "whisper-1", "keywords": ["Ava"]}}} | session.audio.input.transcription.keywords | invalid_value
          "audio": {"input": {"transcription": {"model": "gpt-transcribe", "delay": "low"}}} | session.audio.input.transcription.delay | invalid_value
          """)
  void what_the_API_does_not_know_is_refused_with_its_place_and_changes_nothing(
      String field, String place, String code) throws Exception {
    try (var client = connect()) {
      var before = client.seen().getFirst().path("session");

      var error =
          client.refused(
              "{\"event_id\": \"mine\", \"type\": \"session.update\", \"session\": {\"type\": \"realtime\", \"instructions\": \"Other.\", %s}}"
                  .formatted(field));

      assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
      assertThat(error.path("code").asText()).isEqualTo(code);
      assertThat(error.path("param").asText()).isEqualTo(place);
      assertThat(error.path("event_id").asText()).isEqualTo("mine");
      assertThat(update(client, "\"tool_choice\": \"auto\"")).isEqualTo(before);
    }
  }

  @Test
  void a_session_without_a_type_is_refused() throws Exception {
    try (var client = connect()) {
      var error =
          client.refused("{\"type\": \"session.update\", \"session\": {\"instructions\": \"\"}}");
      assertThat(error.path("code").asText()).isEqualTo("missing_required_parameter");
      assertThat(error.path("param").asText()).isEqualTo("session.type");
    }
  }

  @Test
  void a_model_that_does_not_reason_takes_no_reasoning() throws Exception {
    var reasoning =
        "{\"type\": \"session.update\", \"session\": {\"type\": \"realtime\", \"reasoning\": {\"effort\": \"low\"}}}";
    try (var old = RealtimeClient.connect(sandbox.uri(), "gpt-realtime-1.5");
        var client = connect()) {
      assertThat(old.refused(reasoning).path("param").asText()).isEqualTo("session.reasoning");
      client.send(reasoning);
      assertThat(
              client
                  .next("session.updated")
                  .path("session")
                  .path("reasoning")
                  .path("effort")
                  .asText())
          .isEqualTo("low");
    }
  }

  @Test
  void the_voice_stays_once_it_was_heard() throws Exception {
    try (var client = call()) {
      update(client, "\"audio\": {\"output\": {\"voice\": \"cedar\"}}");
      client.send("{\"type\": \"response.create\"}");
      client.done();

      var other =
          "{\"type\": \"session.update\", \"session\": {\"type\": \"realtime\", \"audio\": {\"output\": {\"voice\": \"marin\"}}}}";
      assertThat(client.refused(other).path("code").asText()).isEqualTo("cannot_update_voice");
      var response =
          "{\"type\": \"response.create\", \"response\": {\"audio\": {\"output\": {\"voice\": \"marin\"}}}}";
      assertThat(client.refused(response).path("code").asText()).isEqualTo("cannot_update_voice");
      update(client, "\"audio\": {\"output\": {\"voice\": \"cedar\"}}");
    }
  }

  private static JsonNode update(RealtimeClient client, String fields) throws InterruptedException {
    client.send(
        "{\"type\": \"session.update\", \"session\": {\"type\": \"realtime\", %s}}"
            .formatted(fields));
    return client.next("session.updated").path("session");
  }
}
