package com.hekax.phone.sandbox.openai;

import static com.hekax.phone.sandbox.openai.RealtimeClient.clip;
import static com.hekax.phone.sandbox.openai.RealtimeClient.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.hekax.phone.sandbox.openai.session.Pace;
import com.hekax.phone.sandbox.openai.wire.Json;
import com.hekax.phone.sandbox.speech.MuLaw;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How turns are told, committed and written down. */
class TurnsTest extends RealtimeTest {

  @Test
  void a_turn_is_told_from_its_first_word_to_its_transcript() throws Exception {
    try (var client = call()) {
      client.append(MuLaw.silence(Duration.ofSeconds(1)));
      client.say("new-lead-name");

      var started = client.next("input_audio_buffer.speech_started");
      var stopped = client.next("input_audio_buffer.speech_stopped");
      var committed = client.next("input_audio_buffer.committed");
      var added = client.next("conversation.item.added");
      var done = client.next("conversation.item.done");
      var item = started.path("item_id").asText();
      assertThat(started.path("audio_start_ms").asLong()).isCloseTo(700, within(20L));
      assertThat(stopped.path("audio_end_ms").asLong())
          .isCloseTo(1000 + clip("new-lead-name").length().toMillis() + 500, within(60L));
      assertThat(stopped.path("item_id").asText()).isEqualTo(item);
      assertThat(committed.path("item_id").asText()).isEqualTo(item);
      assertThat(committed.path("previous_item_id").isNull()).isTrue();
      assertThat(added.path("item").path("id").asText()).isEqualTo(item);
      assertThat(added.path("item").path("role").asText()).isEqualTo("user");
      assertThat(done.path("item")).isEqualTo(added.path("item"));

      var written = client.next("conversation.item.input_audio_transcription.completed");
      assertThat(written.path("item_id").asText()).isEqualTo(item);
      assertThat(written.path("transcript").asText()).isEqualTo(clip("new-lead-name").text());
      assertThat(written.path("usage").path("type").asText()).isEqualTo("duration");
      assertThat(written.path("usage").path("seconds").asDouble())
          .isCloseTo(
              (stopped.path("audio_end_ms").asLong() - started.path("audio_start_ms").asLong())
                  / 1000.0,
              within(0.001));
      var deltas = new StringBuilder();
      client.seen().stream()
          .filter(
              event ->
                  event
                      .path("type")
                      .asText()
                      .equals("conversation.item.input_audio_transcription.delta"))
          .forEach(event -> deltas.append(event.path("delta").asText()));
      assertThat(deltas).hasToString(clip("new-lead-name").text());
    }
  }

  @Test
  void the_next_turn_names_the_answer_before_it() throws Exception {
    try (var client = call()) {
      client.say("new-lead-need");
      var answer = client.done().path("output").path(0).path("id").asText();
      client.say("new-lead-name");
      assertThat(client.next("input_audio_buffer.committed").path("previous_item_id").asText())
          .isEqualTo(answer);
    }
  }

  @Test
  void a_transcript_may_come_after_the_answer_to_it() throws Exception {
    sandbox
        .openAi()
        .pace(new Pace(Duration.ZERO, 500, Duration.ofMillis(400), Duration.ofMinutes(60)));
    try (var client = call()) {
      client.say("new-lead-name");
      client.done();
      client.next("conversation.item.input_audio_transcription.completed");
    }
  }

  @Test
  void a_transcription_model_of_tokens_is_billed_in_tokens() throws Exception {
    try (var client = call()) {
      transcribe(client, "gpt-4o-transcribe");
      client.say("new-lead-name");
      var usage =
          client.next("conversation.item.input_audio_transcription.completed").path("usage");
      assertThat(usage.path("type").asText()).isEqualTo("tokens");
      assertThat(usage.path("total_tokens").asInt())
          .isEqualTo(usage.path("input_tokens").asInt() + usage.path("output_tokens").asInt());
    }
  }

  @Nested
  class Given_words_that_did_not_arrive_as_they_were_said {
    private final byte[] said = clip("new-lead-need").mulaw().clone();
    private final int middle = said.length / 320 * 160;

    @Test
    void when_one_bit_is_another_then_they_are_not_understood() throws Exception {
      said[middle] ^= 1;
      expectNotUnderstood(said);
    }

    @Test
    void when_a_frame_is_lost_then_they_are_not_understood() throws Exception {
      expectNotUnderstood(joined(part(0, middle), part(middle + 160, said.length)));
    }

    @Test
    void when_two_frames_are_exchanged_then_they_are_not_understood() throws Exception {
      expectNotUnderstood(
          joined(
              part(0, middle),
              part(middle + 160, middle + 320),
              part(middle, middle + 160),
              part(middle + 320, said.length)));
    }

    @Test
    void when_200_ms_of_silence_came_between_then_they_are_not_understood() throws Exception {
      expectNotUnderstood(
          joined(
              part(0, middle), MuLaw.silence(Duration.ofMillis(200)), part(middle, said.length)));
    }

    @Test
    void when_all_is_as_it_was_then_they_are_understood() throws Exception {
      try (var client = call()) {
        client.say(said);
        assertThat(words(client.done())).isEqualTo(clip("ask-name").text());
      }
    }

    private void expectNotUnderstood(byte[] heard) throws Exception {
      try (var client = call()) {
        client.say(heard);
        assertThat(
                client
                    .next("conversation.item.input_audio_transcription.completed")
                    .path("transcript")
                    .asText("-"))
            .isEmpty();
        assertThat(words(client.done())).isEqualTo(clip("not-understood").text());
      }
    }

    private byte[] part(int from, int to) {
      return Arrays.copyOfRange(said, from, to);
    }
  }

  @Test
  void a_patient_session_waits_longer() throws Exception {
    try (var client = call()) {
      detect(client, "{\"type\": \"server_vad\", \"silence_duration_ms\": 2000}");
      client.say("new-lead-need");
      client.next("input_audio_buffer.speech_started");
      client.expectQuiet();
    }
  }

  @Test
  void a_turn_need_not_be_answered() throws Exception {
    try (var client = call()) {
      detect(client, "{\"type\": \"server_vad\", \"create_response\": false}");
      client.say("new-lead-need");
      client.next("conversation.item.input_audio_transcription.completed");
      client.expectQuiet();

      client.send("{\"type\": \"response.create\"}");
      assertThat(words(client.done())).isEqualTo(clip("ask-name").text());
    }
  }

  @Test
  void without_detection_the_client_commits_and_asks() throws Exception {
    try (var client = call()) {
      detect(client, "null");
      client.say("new-lead-need");
      client.send("{\"type\": \"input_audio_buffer.commit\"}");
      client.next("input_audio_buffer.committed");
      client.next("conversation.item.done");
      assertThat(client.types()).doesNotContain("input_audio_buffer.speech_started");
      client.send("{\"type\": \"response.create\"}");
      assertThat(words(client.done())).isEqualTo(clip("ask-name").text());

      assertThat(client.refused("{\"type\": \"input_audio_buffer.commit\"}").path("code").asText())
          .isEqualTo("input_audio_buffer_commit_empty");
    }
  }

  @Test
  void what_was_cleared_is_not_committed() throws Exception {
    try (var client = call()) {
      detect(client, "null");
      client.say("new-lead-need");
      client.send("{\"type\": \"input_audio_buffer.clear\"}");
      client.next("input_audio_buffer.cleared");
      assertThat(client.refused("{\"type\": \"input_audio_buffer.commit\"}").path("code").asText())
          .isEqualTo("input_audio_buffer_commit_empty");
    }
  }

  @Test
  void a_silent_caller_is_asked_after_the_time_that_the_session_says() throws Exception {
    try (var client = call()) {
      detect(client, "{\"type\": \"server_vad\", \"idle_timeout_ms\": 5000}");
      client.send(
          "{\"type\": \"response.create\", \"response\": {\"instructions\": \"Say exactly: Are you"
              + " still there?\"}}");
      client.done();
      client.append(MuLaw.silence(Duration.ofSeconds(5)));

      var triggered = client.next("input_audio_buffer.timeout_triggered");
      assertThat(triggered.path("audio_end_ms").asLong()).isEqualTo(5000);
      assertThat(client.next("input_audio_buffer.committed").path("item_id"))
          .isEqualTo(triggered.path("item_id"));
      assertThat(words(client.done())).isEqualTo(clip("still-there").text());
    }
  }

  @Test
  void audio_that_is_no_base64_or_too_much_is_refused_and_the_session_goes_on() throws Exception {
    try (var client = call()) {
      var bad = client.refused("{\"type\": \"input_audio_buffer.append\", \"audio\": \"???\"}");
      assertThat(bad.path("code").asText()).isEqualTo("invalid_value");
      assertThat(bad.path("param").asText()).isEqualTo("audio");

      var most = Base64.getEncoder().encodeToString(MuLaw.silence(Duration.ofMillis(1_966_080)));
      client.send(Json.object().put("type", "input_audio_buffer.append").put("audio", most));
      client.expectQuiet();
      var more = Base64.getEncoder().encodeToString(MuLaw.silence(Duration.ofMillis(1_966_081)));
      var tooMuch =
          client.refused(
              "{\"type\": \"input_audio_buffer.append\", \"audio\": \"%s\"}".formatted(more));
      assertThat(tooMuch.path("code").asText()).isEqualTo("invalid_value");
      client.say("new-lead-need");
      client.done();
    }
  }

  private static void detect(RealtimeClient client, String detection) throws InterruptedException {
    client.send(
        "{\"type\": \"session.update\", \"session\": {\"type\": \"realtime\", \"audio\": {\"input\": {\"turn_detection\": %s}}}}"
            .formatted(detection));
    client.next("session.updated");
  }

  private static void transcribe(RealtimeClient client, String model) throws InterruptedException {
    client.send(
        "{\"type\": \"session.update\", \"session\": {\"type\": \"realtime\", \"audio\": {\"input\": {\"transcription\": {\"model\": \"%s\"}}}}}"
            .formatted(model));
    client.next("session.updated");
  }

  private static byte[] joined(byte[]... parts) {
    var whole = new ByteArrayOutputStream();
    for (var part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }
}
