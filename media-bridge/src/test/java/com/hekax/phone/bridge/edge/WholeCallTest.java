package com.hekax.phone.bridge.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WholeCallTest extends BridgeTest {
  @Test
  void a_call_is_greeted_heard_answered_captured_and_ended() throws Exception {
    var twilio = FakeTwilio.start(bridge.port());
    var session = model.next();
    assertThat(session.uri).isEqualTo("/v1/realtime?model=model-1");
    assertThat(session.headers.get("Authorization")).isEqualTo("Bearer sk-test");
    assertThat(session.headers.contains("OpenAI-Beta")).isFalse();

    // The greeting.
    eventually("greeting asked for", () -> session.events("response.create").size() == 1);
    var greeting = session.events("response.create").getFirst().object("response");
    assertThat(greeting.text("instructions")).isEqualTo("Say exactly: Hello.");
    assertThat(greeting.text("tool_choice")).isEqualTo("none");
    speak(session, "resp_1", "item_1", "greeting", "Hello.");
    eventually("greeting played", () -> twilio.messages("mark").size() == 1);
    assertThat(twilio.messages("media").getFirst().object("media").text("payload"))
        .isEqualTo(SOUND);
    twilio.played(markOf(twilio, 0));

    // The caller.
    twilio.hear("/////w==");
    eventually("audio arrives", () -> !session.events("input_audio_buffer.append").isEmpty());
    session.say("{\"type\":\"input_audio_buffer.speech_started\",\"item_id\":\"item_2\"}");
    session.say("{\"type\":\"input_audio_buffer.speech_stopped\",\"item_id\":\"item_2\"}");
    session.say(
        "{\"type\":\"input_audio_buffer.committed\",\"item_id\":\"item_2\","
            + "\"previous_item_id\":\"item_1\"}");
    session.say("{\"type\":\"response.created\",\"response\":{\"id\":\"resp_2\"}}");
    session.say(
        "{\"type\":\"conversation.item.input_audio_transcription.completed\","
            + "\"item_id\":\"item_2\",\"transcript\":\"I am Maria.\","
            + "\"usage\":{\"type\":\"tokens\",\"total_tokens\":9}}");

    // A tool.
    session.say(
        """
        {"type":"response.done","response":{"id":"resp_2","status":"completed","output":[
         {"id":"item_3","type":"function_call","name":"capture_lead","call_id":"call_1",
          "arguments":"{\\"name\\":\\"Maria\\"}"}],
         "usage":{"input_token_details":{"text_tokens":40,"audio_tokens":5},
          "output_token_details":{"text_tokens":7,"audio_tokens":0}}}}
        """);
    eventually("lead captured", () -> session.events("response.create").size() == 2);
    var output = session.events("conversation.item.create").getFirst().object("item");
    assertThat(output.text("call_id")).isEqualTo("call_1");
    assertThat(output.text("output")).isEqualTo("{\"ok\":true,\"leadId\":\"l_1\"}");
    var lead = backEnd.asked("/api/leads/tools/capture-lead").getFirst();
    assertThat(lead.authorization()).isEqualTo("Bearer secret-of-the-call");
    assertThat(lead.idempotencyKey()).isEqualTo("call_1");
    assertThat(lead.body().text("name")).isEqualTo("Maria");

    // The goodbye.
    session.say(
        "{\"type\":\"response.created\",\"response\":{\"id\":\"resp_3\","
            + "\"metadata\":{\"purpose\":\"answer\"}}}");
    session.say(
        """
        {"type":"response.done","response":{"id":"resp_3","status":"completed","output":[
         {"id":"item_5","type":"function_call","name":"end_call","call_id":"call_2",
          "arguments":"{}"}]}}
        """);
    eventually("goodbye asked for", () -> session.events("response.create").size() == 3);
    speak(session, "resp_4", "item_6", "goodbye", "Goodbye.");
    eventually("goodbye played", () -> twilio.messages("mark").size() == 2);
    assertThat(backEnd.asked("/api/bridge/hangups")).isEmpty();
    twilio.played(markOf(twilio, 1));
    eventually("hung up", () -> backEnd.asked("/api/bridge/hangups").size() == 1);
    twilio.stop();

    eventually("reported", () -> backEnd.asked("/api/calls/1/report").size() == 1);
    var report = backEnd.asked("/api/calls/1/report").getFirst();
    assertThat(report.idempotencyKey()).isEqualTo("MZ0001");
    assertThat(report.body().text("reason")).isEqualTo("ASSISTANT_ENDED");
    assertThat(report.body().object("usage").number("inputTextTokens")).isEqualTo(40);
    assertThat(report.body().object("usage").number("transcriptionTokens")).isEqualTo(9);
    assertThat(report.body().has("firstAudioMillis")).isTrue();
    assertThat(turns())
        .containsExactly("0 ASSISTANT Hello.", "1 CALLER I am Maria.", "2 ASSISTANT Goodbye.");
    eventually("model closed", () -> !session.isOpen());
    assertThat(twilio.awaitClosed().code()).isEqualTo(1000);
    assertThat(String.join("\n", log)).doesNotContain("Maria", "Hello", "+1555", "secret-of");
  }

  private List<String> turns() {
    return backEnd.asked("/api/calls/1/turns").stream()
        .flatMap(asked -> asked.body().objects("turns").stream())
        .map(turn -> turn.number("position") + " " + turn.text("speaker") + " " + turn.text("text"))
        .toList();
  }
}
