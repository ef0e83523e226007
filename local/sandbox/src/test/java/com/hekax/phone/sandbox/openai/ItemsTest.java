package com.hekax.phone.sandbox.openai;

import static com.hekax.phone.sandbox.openai.RealtimeClient.clip;
import static com.hekax.phone.sandbox.openai.RealtimeClient.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.openai.session.Pace;
import com.hekax.phone.sandbox.openai.session.SessionView.ItemView;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Items that clients add, read, cut and delete. */
class ItemsTest extends RealtimeTest {

  @Test
  void an_item_is_added_where_the_client_says() throws Exception {
    try (var client = connect()) {
      client.send(text("a", ""));
      client.next("conversation.item.done");
      client.send(text("b", ""));
      client.next("conversation.item.done");
      client.send(text("c", "\"previous_item_id\": \"a\", "));
      assertThat(client.next("conversation.item.added").path("previous_item_id").asText())
          .isEqualTo("a");
      client.send(text("d", "\"previous_item_id\": \"root\", "));
      assertThat(client.next("conversation.item.added").path("previous_item_id").isNull()).isTrue();
      client.next("conversation.item.done");

      assertThat(sandbox.openAi().sessions().getFirst().items())
          .extracting(ItemView::id)
          .containsExactly("d", "a", "c", "b");
      client.expectQuiet();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "previous_item_id": "x", "item": {"type": "message", "role": "user", "content": [{"type": "input_text", "text": "Hi"}]} | previous_item_id | invalid_value
          "item": {"type": "function_call_output", "call_id": "call_1", "output": "{}"} | item.call_id | invalid_tool_call_id
          "item": {"type": "function_call_output", "output": "{}"}                | item.call_id | missing_required_parameter
          "item": {"type": "function_call_output", "call_id": "call_1", "output": {}} | item.output | invalid_type
          "item": {"type": "message", "role": "assistant", "content": [{"type": "output_audio", "audio": ""}]} | item.content[0].type | invalid_value
          "item": {"type": "message", "role": "user", "content": [{"type": "text", "text": "Hi"}]} | item.content[0].type | invalid_value
          "item": {"type": "message", "role": "user", "content": []}              | item.content | invalid_value
          "item": {"type": "message", "role": "bot", "content": []}               | item.role | invalid_value
          "item": {"id": "a b", "type": "message", "role": "user", "content": [{"type": "input_text", "text": "Hi"}]} | item.id | invalid_value
          "item": {"type": "message", "role": "user", "content": [{"type": "input_audio", "audio": "?"}]} | item.content[0].audio | invalid_value
          """)
  void what_is_no_item_is_refused(String fields, String place, String code) throws Exception {
    try (var client = connect()) {
      var error = client.refused("{\"type\": \"conversation.item.create\", %s}".formatted(fields));
      assertThat(error.path("param").asText()).isEqualTo(place);
      assertThat(error.path("code").asText()).isEqualTo(code);
      assertThat(sandbox.openAi().sessions().getFirst().items()).isEmpty();
    }
  }

  @Test
  void an_id_is_used_once() throws Exception {
    try (var client = connect()) {
      client.send(text("a", ""));
      client.next("conversation.item.done");
      assertThat(client.refused(text("a", "")).path("param").asText()).isEqualTo("item.id");
    }
  }

  @Test
  void audio_that_a_client_adds_is_understood_and_given_back() throws Exception {
    try (var client = call()) {
      var audio = Base64.getEncoder().encodeToString(clip("new-lead-need").mulaw());
      client.send(
          "{\"type\": \"conversation.item.create\", \"item\": {\"id\": \"a\", \"type\": \"message\", \"role\": \"user\", \"content\": [{\"type\": \"input_audio\", \"audio\": \"%s\"}]}}"
              .formatted(audio));
      assertThat(client.next("conversation.item.added").toString()).doesNotContain(audio);
      client.send("{\"type\": \"response.create\"}");
      assertThat(words(client.done())).isEqualTo(clip("ask-name").text());

      client.send("{\"type\": \"conversation.item.retrieve\", \"item_id\": \"a\"}");
      var part = client.next("conversation.item.retrieved").path("item").path("content").path(0);
      assertThat(part.path("audio").asText()).isEqualTo(audio);
    }
  }

  @Test
  void an_answer_is_cut_to_what_was_heard_and_loses_its_words() throws Exception {
    try (var client = call()) {
      var item = greeting(client);

      client.send(truncate(item, "1000"));
      var truncated = client.next("conversation.item.truncated");
      assertThat(truncated.path("item_id").asText()).isEqualTo(item);
      assertThat(truncated.path("audio_end_ms").asInt()).isEqualTo(1000);

      client.send(
          "{\"type\": \"conversation.item.retrieve\", \"item_id\": \"%s\"}".formatted(item));
      var part = client.next("conversation.item.retrieved").path("item").path("content").path(0);
      assertThat(part.has("transcript")).isFalse();
      assertThat(Base64.getDecoder().decode(part.path("audio").asText()))
          .isEqualTo(Arrays.copyOf(clip("greeting").mulaw(), 8000));
      var view = sandbox.openAi().sessions().getFirst().items().getFirst();
      assertThat(view.truncatedAtMs()).hasValue(1000);
      assertThat(view.audioMs()).isEqualTo(1000);
      assertThat(view.text()).isEmpty();
    }
  }

  @Test
  void an_answer_cannot_be_cut_beyond_its_end() throws Exception {
    try (var client = call()) {
      var item = greeting(client);
      long length = clip("greeting").length().toMillis();

      var error = client.refused(truncate(item, Long.toString(length + 1)));
      assertThat(error.path("code").isNull()).isTrue();
      assertThat(error.path("message").asText())
          .isEqualTo(
              "Audio content of %dms is already shorter than %dms".formatted(length, length + 1));
      client.send(truncate(item, Long.toString(length)));
      client.next("conversation.item.truncated");
      client.send(truncate(item, "500"));
      client.next("conversation.item.truncated");
      assertThat(client.refused(truncate(item, "501")).path("message").asText())
          .contains("already shorter than");
    }
  }

  @Test
  void an_answer_that_is_still_made_is_as_long_as_what_was_sent() throws Exception {
    sandbox.openAi().pace(new Pace(Duration.ZERO, 4, Duration.ZERO, Duration.ofMinutes(60)));
    try (var client = call()) {
      client.send("{\"type\": \"response.create\"}");
      var item = client.next("response.output_audio.delta").path("item_id").asText();
      client.send("{\"type\": \"response.cancel\"}");
      client.done();
      int sent = client.audioOf(item).length / 8;

      assertThat(
              client.refused(truncate(item, Integer.toString(sent + 1))).path("message").asText())
          .isEqualTo(
              "Audio content of %dms is already shorter than %dms".formatted(sent, sent + 1));
      client.send(truncate(item, Integer.toString(sent)));
      client.next("conversation.item.truncated");
    }
  }

  @Test
  void what_has_no_audio_of_the_assistant_cannot_be_cut() throws Exception {
    try (var client = call()) {
      client.send(text("a", ""));
      client.next("conversation.item.done");
      assertThat(client.refused(truncate("a", "1")).path("code").asText())
          .isEqualTo("unsupported_content_type");
      client.say("new-lead-name");
      var heard = client.next("input_audio_buffer.committed").path("item_id").asText();
      var said = client.done().path("output").path(0).path("id").asText();
      assertThat(client.refused(truncate(heard, "1")).path("code").asText())
          .isEqualTo("unsupported_content_type");
      assertThat(client.refused(truncate(said, "0")).path("code").asText())
          .isEqualTo("unsupported_content_type");
    }
  }

  @ParameterizedTest
  @CsvSource({"1000.5, invalid_type", "1000.0, invalid_type", "-1, invalid_value"})
  void milliseconds_are_whole(String end, String code) throws Exception {
    try (var client = call()) {
      var error = client.refused(truncate(greeting(client), end));
      assertThat(error.path("code").asText()).isEqualTo(code);
      assertThat(error.path("param").asText()).isEqualTo("audio_end_ms");
    }
  }

  @Test
  void a_deleted_item_is_gone() throws Exception {
    try (var client = call()) {
      var item = greeting(client);
      var delete = "{\"type\": \"conversation.item.delete\", \"item_id\": \"%s\"}".formatted(item);
      client.send(delete);
      assertThat(client.next("conversation.item.deleted").path("item_id").asText()).isEqualTo(item);
      assertThat(client.refused(delete).path("code").asText())
          .isEqualTo("item_delete_invalid_item_id");
      assertThat(client.refused(truncate(item, "1")).path("code").asText())
          .isEqualTo("item_truncate_invalid_item_id");
      assertThat(
              client
                  .refused(
                      "{\"type\": \"conversation.item.retrieve\", \"item_id\": \"%s\"}"
                          .formatted(item))
                  .path("code")
                  .asText())
          .isEqualTo("item_retrieve_invalid_item_id");
      client.say("new-lead-name");
      assertThat(client.next("input_audio_buffer.committed").path("previous_item_id").isNull())
          .isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"type": "conversation.item.undo", "event_id": "mine"}   | invalid_event
          {"type": "output_audio_buffer.clear", "event_id": "mine"} | invalid_event
          {"type": "transcription_session.update", "event_id": "mine"} | invalid_event
          {"event_id": "mine"}                                     | invalid_event
          {"type": "input_audio_buffer.append", "event_id": "mine"} | missing_required_parameter
          """)
  void what_is_no_event_is_refused_and_the_session_goes_on(String event, String code)
      throws Exception {
    try (var client = call()) {
      var error = client.refused(event);
      assertThat(error.path("code").asText()).isEqualTo(code);
      assertThat(error.path("event_id").asText()).isEqualTo("mine");
      assertThat(client.refused("no json").path("code").asText()).isEqualTo("invalid_json");
      greeting(client);
    }
  }

  private static String greeting(RealtimeClient client) throws InterruptedException {
    client.send("{\"type\": \"response.create\"}");
    JsonNode response = client.done();
    return response.path("output").path(0).path("id").asText();
  }

  private static String truncate(String item, String endMs) {
    return "{\"type\": \"conversation.item.truncate\", \"item_id\": \"%s\", \"content_index\": 0, \"audio_end_ms\": %s}"
        .formatted(item, endMs);
  }

  private static String text(String id, String before) {
    return "{\"type\": \"conversation.item.create\", %s\"item\": {\"id\": \"%s\", \"type\": \"message\", \"role\": \"user\", \"content\": [{\"type\": \"input_text\", \"text\": \"Hi\"}]}}"
        .formatted(before, id);
  }
}
