package com.hekax.phone.sandbox.openai;

import static com.hekax.phone.sandbox.openai.RealtimeClient.clip;
import static com.hekax.phone.sandbox.openai.RealtimeClient.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.openai.session.Pace;
import com.hekax.phone.sandbox.speech.Clips;
import com.hekax.phone.sandbox.speech.MuLaw;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Responses from created to done. */
class ResponsesTest extends RealtimeTest {
  private static final String CREATE = "{\"type\": \"response.create\"}";

  /** Slow enough that something can come between. */
  private static final Pace SLOW =
      new Pace(Duration.ofMillis(5), 4, Duration.ofMillis(5), Duration.ofMinutes(60));

  @Test
  void a_spoken_response_comes_in_the_order_of_the_documentation() throws Exception {
    try (var client = call()) {
      int before = client.seen().size();
      client.send(CREATE);
      client.done();

      assertThat(withoutRepeats(client.types().subList(before, client.seen().size())))
          .containsExactly(
              "response.created",
              "rate_limits.updated",
              "response.output_item.added",
              "conversation.item.added",
              "response.content_part.added",
              "response.output_audio_transcript.delta",
              "response.output_audio.delta",
              "response.output_audio.done",
              "response.output_audio_transcript.done",
              "response.content_part.done",
              "conversation.item.done",
              "response.output_item.done",
              "response.done");
    }
  }

  @Test
  void the_audio_is_the_clip_in_pieces_and_the_words_are_its_text() throws Exception {
    try (var client = call()) {
      client.send(CREATE);
      var response = client.done();

      var item = response.path("output").path(0);
      assertThat(Clips.bundled().recognise(client.audioOf(item.path("id").asText())))
          .contains(clip("greeting"));
      assertThat(client.types().stream().filter("response.output_audio.delta"::equals).count())
          .isGreaterThan(5);
      var text = new StringBuilder();
      client.seen().forEach(event -> text.append(transcriptDelta(event)));
      assertThat(text).hasToString(clip("greeting").text());
      assertThat(item.path("status").asText()).isEqualTo("completed");
      assertThat(response.path("status").asText()).isEqualTo("completed");
      assertThat(response.path("conversation_id").asText()).startsWith("conv_");
    }
  }

  @Test
  void audio_is_made_faster_than_it_is_played() throws Exception {
    sandbox.openAi().pace(Pace.DEFAULT);
    try (var client = call()) {
      long before = System.nanoTime();
      client.send(CREATE);
      client.next("response.output_audio.delta");
      long first = System.nanoTime();
      client.done();
      assertThat(Duration.ofNanos(first - before)).isGreaterThanOrEqualTo(Pace.DEFAULT.think());
      assertThat(Duration.ofNanos(System.nanoTime() - first))
          .isBetween(clip("greeting").length().dividedBy(8), clip("greeting").length());
    }
  }

  @Test
  void a_tool_call_comes_with_its_arguments_in_pieces() throws Exception {
    try (var client = call()) {
      client.say("ask-parking");
      var response = client.done();

      var call = response.path("output").path(0);
      var pieces = new StringBuilder();
      client.seen().stream()
          .filter(e -> e.path("type").asText().equals("response.function_call_arguments.delta"))
          .forEach(event -> pieces.append(event.path("delta").asText()));
      assertThat(pieces).hasToString("{\"question\":\"Do you have parking?\"}");
      assertThat(call.path("arguments").asText()).isEqualTo(pieces.toString());
      assertThat(call.path("call_id").asText()).startsWith("call_");
      assertThat(client.types())
          .containsSubsequence(
              "response.output_item.added",
              "response.function_call_arguments.done",
              "response.output_item.done",
              "response.done");
    }
  }

  @Test
  void a_tool_may_be_forced_and_forbidden() throws Exception {
    try (var client = call()) {
      client.send(
          "{\"type\": \"response.create\", \"response\": {\"tool_choice\": {\"type\": \"function\","
              + " \"name\": \"end_call\"}}}");
      assertThat(client.done().path("output").path(0).path("name").asText()).isEqualTo("end_call");

      client.send(
          "{\"type\": \"session.update\", \"session\": {\"type\": \"realtime\", \"tool_choice\":"
              + " \"none\"}}");
      client.next("session.updated");
      client.say("ask-parking");
      assertThat(words(client.done())).isEqualTo(clip("fact-unknown").text());
    }
  }

  @Test
  void there_is_one_response_in_the_conversation_and_any_number_beside_it() throws Exception {
    sandbox.openAi().pace(SLOW);
    try (var client = call()) {
      client.send(CREATE);
      var first = client.next("response.created").path("response").path("id").asText();
      var error = client.refused(CREATE);
      assertThat(error.path("code").asText()).isEqualTo("conversation_already_has_active_response");
      assertThat(error.path("message").asText()).contains(first);

      client.send(
          "{\"type\": \"response.create\", \"response\": {\"conversation\": \"none\","
              + " \"output_modalities\": [\"text\"], \"metadata\": {\"purpose\": \"goodbye\"}}}");
      var apart = client.done();
      assertThat(apart.path("conversation_id").isNull()).isTrue();
      assertThat(words(apart)).isEqualTo(clip("goodbye-reply").text());
      assertThat(client.done().path("id").asText()).isEqualTo(first);
      assertThat(items()).as("what was said beside is not of the conversation").hasSize(1);
    }
  }

  @Test
  void a_response_may_read_something_else() throws Exception {
    try (var client = call()) {
      client.send(
          """
          {"type": "response.create", "response": {"conversation": "none", "output_modalities": ["text"],
            "input": [{"type": "message", "role": "user", "content": [{"type": "input_text", "text": "Hello? Is anybody there?"}]}]}}
          """);
      assertThat(words(client.done())).isEqualTo(clip("anything-else").text());

      var error =
          client.refused(
              "{\"type\": \"response.create\", \"response\": {\"input\": [{\"type\":"
                  + " \"item_reference\", \"id\": \"item_0\"}]}}");
      assertThat(error.path("param").asText()).isEqualTo("response.input");
    }
  }

  @Test
  void a_cancelled_response_ends_with_what_was_made_of_it() throws Exception {
    sandbox.openAi().pace(SLOW);
    try (var client = call()) {
      client.send(CREATE);
      client.next("response.output_audio.delta");
      client.send("{\"type\": \"response.cancel\"}");
      var response = client.done();

      assertThat(response.path("status").asText()).isEqualTo("cancelled");
      assertThat(response.path("status_details").path("reason").asText())
          .isEqualTo("client_cancelled");
      assertThat(response.path("output").path(0).path("status").asText()).isEqualTo("incomplete");
      assertThat(clip("greeting").text()).startsWith(words(response)).isNotEqualTo(words(response));
      assertThat(response.path("usage").path("output_tokens").asInt()).isPositive();
      assertThat(client.types()).contains("response.output_audio.done");
      assertThat(client.refused("{\"type\": \"response.cancel\"}").path("code").asText())
          .isEqualTo("response_cancel_not_active");
    }
  }

  @Test
  void a_caller_who_speaks_interrupts() throws Exception {
    sandbox.openAi().pace(SLOW);
    try (var client = call()) {
      client.send(CREATE);
      client.next("response.output_audio.delta");
      client.say("wait-wait");
      client.next("input_audio_buffer.speech_started");
      var cut = client.done();
      assertThat(cut.path("status").asText()).isEqualTo("cancelled");
      assertThat(cut.path("status_details").path("reason").asText()).isEqualTo("turn_detected");
      int audio = client.audioOf(cut.path("output").path(0).path("id").asText()).length;

      assertThat(words(client.done())).isEqualTo(clip("go-ahead").text());
      assertThat(client.audioOf(cut.path("output").path(0).path("id").asText()))
          .as("nothing comes after the end")
          .hasSize(audio);
    }
  }

  @Test
  void a_caller_does_not_interrupt_a_session_that_forbids_it() throws Exception {
    sandbox.openAi().pace(SLOW);
    try (var client = call()) {
      client.send(
          "{\"type\": \"session.update\", \"session\": {\"type\": \"realtime\", \"audio\":"
              + " {\"input\": {\"turn_detection\": {\"type\": \"server_vad\","
              + " \"interrupt_response\": false, \"create_response\": false}}}}}");
      client.next("session.updated");
      client.send(CREATE);
      client.next("response.output_audio.delta");
      client.append(clip("wait-wait").mulaw());
      client.next("input_audio_buffer.speech_started");
      assertThat(client.done().path("status").asText()).isEqualTo("completed");
    }
  }

  @Test
  void a_response_ends_where_its_tokens_end() throws Exception {
    try (var client = call()) {
      client.send("{\"type\": \"response.create\", \"response\": {\"max_output_tokens\": 20}}");
      var response = client.done();
      assertThat(response.path("status").asText()).isEqualTo("incomplete");
      assertThat(response.path("status_details").path("reason").asText())
          .isEqualTo("max_output_tokens");
      assertThat(
              MuLaw.length(
                  client.audioOf(response.path("output").path(0).path("id").asText()).length))
          .isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void each_response_pays_for_all_that_was_said_before_mostly_from_the_cache() throws Exception {
    try (var client = call()) {
      client.send(CREATE);
      var first = client.done().path("usage");
      assertThat(first.path("input_token_details").path("cached_tokens").asInt()).isZero();
      assertThat(first.path("input_token_details").path("audio_tokens").asInt()).isZero();
      assertThat(first.path("output_token_details").path("audio_tokens").asLong())
          .isEqualTo((clip("greeting").length().toMillis() + 49) / 50);

      client.say("new-lead-need");
      var second = client.done().path("usage");
      int spoken = first.path("output_token_details").path("audio_tokens").asInt();
      var input = second.path("input_token_details");
      assertThat(input.path("audio_tokens").asInt())
          .isGreaterThan(spoken + (int) clip("new-lead-need").length().toMillis() / 100);
      assertThat(input.path("cached_tokens").asInt()).isPositive();
      assertThat(input.path("cached_tokens").asInt())
          .isEqualTo(
              input.path("cached_tokens_details").path("text_tokens").asInt()
                  + input.path("cached_tokens_details").path("audio_tokens").asInt());
      assertThat(second.path("total_tokens").asInt())
          .isEqualTo(
              input.path("text_tokens").asInt()
                  + input.path("audio_tokens").asInt()
                  + second.path("output_tokens").asInt());
    }
  }

  @Test
  void metadata_is_limited_as_documented() throws Exception {
    try (var client = call()) {
      var error =
          client.refused(
              "{\"type\": \"response.create\", \"response\": {\"metadata\": {\"purpose\": 1}}}");
      assertThat(error.path("param").asText()).isEqualTo("response.metadata.purpose");
      var unknown =
          client.refused("{\"type\": \"response.create\", \"response\": {\"temperature\": 1}}");
      assertThat(unknown.path("code").asText()).isEqualTo("unknown_parameter");
    }
  }

  private List<?> items() throws InterruptedException {
    return sandbox.openAi().sessions().getFirst().items();
  }

  private static String transcriptDelta(JsonNode event) {
    return event.path("type").asText().equals("response.output_audio_transcript.delta")
        ? event.path("delta").asText()
        : "";
  }

  /** Deltas alternate: each type counts once. */
  private static List<String> withoutRepeats(List<String> types) {
    var once = new ArrayList<String>();
    types.stream().filter(type -> !once.contains(type)).forEach(once::add);
    return once;
  }
}
