package com.hekax.phone.bridge.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.bridge.conversation.Audio;
import com.hekax.phone.bridge.conversation.Complaint;
import com.hekax.phone.bridge.conversation.Item;
import com.hekax.phone.bridge.conversation.Limits;
import com.hekax.phone.bridge.conversation.Purpose;
import com.hekax.phone.bridge.conversation.ResponseOrder;
import com.hekax.phone.bridge.conversation.Snapshot;
import com.hekax.phone.bridge.conversation.Tool;
import com.hekax.phone.bridge.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelCommandsTest {
  private final ModelCommands commands = new ModelCommands();

  private static Snapshot snapshot(String transcriptionModel) {
    return new Snapshot(
        1,
        "gpt-realtime-2.1",
        transcriptionModel,
        "marin",
        "en",
        "",
        "",
        "",
        List.of(
            new Tool(
                "capture_lead",
                "Saves a lead",
                "{\"type\":\"object\",\"required\":[\"name\"]}",
                Optional.of("/api/leads/tools/capture-lead"),
                Tool.Then.CONTINUE)),
        new Limits(Duration.ofMinutes(30), Duration.ofSeconds(10), 2, Duration.ofSeconds(4)));
  }

  @Test
  void the_settings_are_those_of_the_contract() {
    assertThat(commands.updateSession("Be \"kind\".", snapshot("gpt-transcribe")))
        .isEqualTo(
            """
            {"event_id":"update_1","type":"session.update","session":{"type":"realtime",\
            "instructions":"Be \\"kind\\".","output_modalities":["audio"],"audio":{\
            "input":{"format":{"type":"audio/pcmu"},"noise_reduction":null,\
            "transcription":{"model":"gpt-transcribe","languages":["en"]},\
            "turn_detection":{"type":"server_vad","threshold":0.5,"prefix_padding_ms":300,\
            "silence_duration_ms":500,"create_response":true,"interrupt_response":true}},\
            "output":{"format":{"type":"audio/pcmu"},"voice":"marin"}},\
            "tools":[{"type":"function","name":"capture_lead","description":"Saves a lead",\
            "parameters":{"type":"object","required":["name"]}}],"tool_choice":"auto",\
            "max_output_tokens":1024,\
            "truncation":{"type":"retention_ratio","retention_ratio":0.8}}}""");
  }

  @Test
  void another_transcription_model_takes_one_language() {
    var session =
        JsonObject.parse(commands.updateSession("", snapshot("gpt-realtime-whisper")))
            .orElseThrow()
            .object("session");

    assertThat(session.object("audio").object("input").object("transcription").toString())
        .isEqualTo("{\"model\":\"gpt-realtime-whisper\",\"language\":\"en\"}");
  }

  @Test
  void audio_is_put_between_two_constant_halves() {
    assertThat(commands.appendAudio(new Audio("f39/f39/fw==")))
        .isEqualTo("{\"type\":\"input_audio_buffer.append\",\"audio\":\"f39/f39/fw==\"}");
  }

  @Test
  void a_response_says_what_it_is_for() {
    assertThat(
            commands.createResponse(
                new ResponseOrder(Purpose.GREETING, "Say exactly: Hello.", false)))
        .isEqualTo(
            """
            {"event_id":"create_1","type":"response.create","response":{\
            "instructions":"Say exactly: Hello.","tool_choice":"none",\
            "metadata":{"purpose":"greeting"}}}""");
    assertThat(commands.createResponse(new ResponseOrder(Purpose.ANSWER, "", true)))
        .isEqualTo(
            """
            {"event_id":"create_2","type":"response.create","response":{\
            "metadata":{"purpose":"answer"}}}""");
  }

  @Test
  void items_are_written_as_who_they_are_from() {
    assertThat(commands.addItem(new Item.ToolOutput("call_7", "{\"ok\":true}")))
        .endsWith(
            """
            "item":{"type":"function_call_output","call_id":"call_7",\
            "output":"{\\"ok\\":true}"}}""");
    assertThat(commands.addItem(new Item.AssistantText("Hi.")))
        .endsWith(
            """
            "item":{"type":"message","role":"assistant",\
            "content":[{"type":"output_text","text":"Hi."}]}}""");
    assertThat(commands.addItem(new Item.CallerText("Hi.")))
        .contains("\"role\":\"user\"", "\"input_text\"");
    assertThat(commands.addItem(new Item.SystemText("Hi.")))
        .contains("\"role\":\"system\"", "\"input_text\"");
  }

  @Test
  void what_was_not_heard_is_cut_at_a_whole_millisecond_or_deleted() {
    assertThat(commands.truncateItem("item_9", 0, 1_840))
        .isEqualTo(
            """
            {"event_id":"truncate_1","type":"conversation.item.truncate","item_id":"item_9",\
            "content_index":0,"audio_end_ms":1840}""");
    assertThat(commands.deleteItem("item_9"))
        .endsWith("\"type\":\"conversation.item.delete\",\"item_id\":\"item_9\"}");
    assertThat(commands.cancelResponse("resp_1"))
        .endsWith("\"type\":\"response.cancel\",\"response_id\":\"resp_1\"}");
  }

  @Test
  void nothing_of_the_beta_and_nothing_that_was_removed_is_ever_sent() {
    var everything =
        Stream.of(
            commands.updateSession("x", snapshot("gpt-transcribe")),
            commands.createResponse(new ResponseOrder(Purpose.ANSWER, "", true)),
            commands.addItem(new Item.CallerText("x")),
            commands.appendAudio(new Audio("AAAA")),
            commands.truncateItem("i", 0, 1),
            commands.deleteItem("i"),
            commands.cancelResponse("r"));

    assertThat(everything)
        .noneMatch(
            event ->
                event.matches(
                    "(?s).*\"(temperature|prompt|modalities|g711_ulaw|input_audio_format|"
                        + "max_response_output_tokens|idle_timeout_ms)\".*"));
  }

  @Test
  void the_id_of_an_event_tells_its_kind() {
    assertThat(ModelCommands.causeOf("update_1")).isEqualTo(Complaint.SESSION_UPDATE);
    assertThat(ModelCommands.causeOf("create_12")).isEqualTo(Complaint.RESPONSE_CREATE);
    assertThat(ModelCommands.causeOf("delete_3")).isEqualTo(Complaint.OTHER);
    assertThat(ModelCommands.causeOf("")).isEqualTo(Complaint.OTHER);
  }
}
