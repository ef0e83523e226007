package com.hekax.phone.sandbox.openai;

import static com.hekax.phone.sandbox.openai.RealtimeClient.clip;
import static com.hekax.phone.sandbox.openai.RealtimeClient.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.sandbox.openai.wire.Json;
import com.hekax.phone.sandbox.speech.Clips;
import org.junit.jupiter.api.Test;

/** Whole conversations. */
class CallTest extends RealtimeTest {

  @Test
  void a_new_lead_is_greeted_understood_noted_and_let_go() throws Exception {
    try (var client = call()) {
      client.send(
          """
          {"type": "response.create", "response": {"tool_choice": "none",
            "instructions": "Say exactly: Thank you for calling Bright Dental, this is Ava. How can I help you?",
            "metadata": {"purpose": "greeting"}}}
          """);
      var greeting = client.done();
      assertThat(words(greeting)).isEqualTo(clip("greeting-bright-dental").text());
      assertThat(greeting.path("metadata").path("purpose").asText()).isEqualTo("greeting");
      assertThat(Clips.bundled().recognise(client.audioOf(itemId(greeting))))
          .contains(clip("greeting-bright-dental"));

      client.say("new-lead-need");
      assertThat(heard(client)).isEqualTo(clip("new-lead-need").text());
      assertThat(words(client.done())).isEqualTo(clip("ask-name").text());
      client.say("new-lead-name");
      var begun = call(client.done(), "capture_lead");
      assertThat(begun.path("arguments").asText())
          .isEqualTo(
              "{\"name\":\"Maria Lopez\",\"need\":\"Chipped a front tooth this morning and wants to"
                  + " be seen this week.\"}");
      client.answerTool(begun.path("call_id").asText(), "{\"ok\":true,\"leadId\":\"1\"}");
      assertThat(words(client.done())).isEqualTo(clip("ask-number").text());

      client.say("new-lead-number-yes");
      var noted = call(client.done(), "capture_lead");
      assertThat(noted.path("arguments").asText())
          .isEqualTo(
              "{\"name\":\"Maria Lopez\",\"need\":\"Chipped a front tooth this morning and wants to"
                  + " be seen this week.\",\"phone\":\"+14155550123\"}");
      client.answerTool(noted.path("call_id").asText(), "{\"ok\":true,\"leadId\":\"1\"}");
      assertThat(words(client.done())).isEqualTo(clip("lead-noted").text());

      client.say("ask-parking");
      var lookUp = call(client.done(), "look_up");
      client.answerTool(
          lookUp.path("call_id").asText(), "{\"ok\":true,\"facts\":[\"Free Parking behind it\"]}");
      assertThat(words(client.done())).isEqualTo(clip("parking-yes").text());

      client.say("goodbye");
      var end = call(client.done(), "end_call");
      assertThat(end.path("arguments").asText()).isEqualTo("{\"reason\":\"caller said goodbye\"}");
      client.answerTool(end.path("call_id").asText(), "{\"ok\":true}");
      assertThat(words(client.done())).isEqualTo(clip("goodbye-reply").text());
    }
  }

  @Test
  void what_is_said_after_a_tool_depends_on_its_answer() throws Exception {
    try (var client = call()) {
      client.say("ask-person");
      var first = call(client.done(), "transfer_call").path("call_id").asText();
      client.answerTool(first, "{\"ok\":true,\"transferring\":false,\"reason\":\"nobody\"}");
      assertThat(words(client.done())).isEqualTo(clip("nobody-free").text());

      client.say("ask-person");
      var second = call(client.done(), "transfer_call").path("call_id").asText();
      client.answerTool(second, "{\"ok\":true,\"transferring\":true,\"to\":\"Ana Silva\"}");
      assertThat(words(client.done())).isEqualTo(clip("putting-through").text());

      client.say("ask-parking");
      var third = call(client.done(), "look_up").path("call_id").asText();
      client.answerTool(third, "{\"ok\":true,\"facts\":[]}");
      assertThat(words(client.done())).isEqualTo(clip("fact-unknown").text());
    }
  }

  @Test
  void a_tool_that_the_session_does_not_offer_is_not_called() throws Exception {
    try (var client = call()) {
      client.say("leave-message");
      var answer = client.done();
      assertThat(answer.path("output").path(0).path("type").asText()).isEqualTo("message");
      assertThat(words(answer)).isEqualTo(clip("not-saved").text());
    }
  }

  @Test
  void an_unknown_greeting_is_replaced_by_one_for_everybody() throws Exception {
    try (var client = call()) {
      client.send(
          "{\"type\": \"response.create\", \"response\": {\"instructions\": \"Say exactly: Hello"
              + " from Acme.\"}}");
      assertThat(words(client.done())).isEqualTo(clip("greeting").text());
    }
  }

  @Test
  void a_history_of_words_is_gone_on_with() throws Exception {
    try (var client = call()) {
      client.send(message("user", "input_text", clip("new-lead-need").text()));
      client.send(message("assistant", "output_text", clip("ask-name").text()));
      client.send(message("user", "input_text", clip("wait-wait").text()));
      client.send("{\"type\": \"response.create\"}");
      assertThat(words(client.done())).isEqualTo(clip("go-ahead").text());
    }
  }

  private static String message(String role, String type, String text) {
    var create = Json.object().put("type", "conversation.item.create");
    var item = create.putObject("item").put("type", "message").put("role", role);
    item.putArray("content").addObject().put("type", type).put("text", text);
    return Json.write(create);
  }

  private static String heard(RealtimeClient client) throws InterruptedException {
    return client
        .next("conversation.item.input_audio_transcription.completed")
        .path("transcript")
        .asText();
  }

  private static JsonNode call(JsonNode response, String tool) {
    var item = response.path("output").path(0);
    assertThat(item.path("type").asText()).as("%s", response).isEqualTo("function_call");
    assertThat(item.path("name").asText()).isEqualTo(tool);
    return item;
  }

  private static String itemId(JsonNode response) {
    return response.path("output").path(0).path("id").asText();
  }
}
