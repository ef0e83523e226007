package com.hekax.phone.bridge.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.bridge.conversation.Audio;
import com.hekax.phone.bridge.conversation.Complaint;
import com.hekax.phone.bridge.conversation.FunctionCall;
import com.hekax.phone.bridge.conversation.ModelResponse;
import com.hekax.phone.bridge.conversation.ModelResponse.Status;
import com.hekax.phone.bridge.conversation.Purpose;
import com.hekax.phone.bridge.conversation.Signal;
import com.hekax.phone.bridge.conversation.Signal.CallerTranscribed;
import com.hekax.phone.bridge.conversation.Signal.ItemAdded;
import com.hekax.phone.bridge.conversation.Signal.ModelAudio;
import com.hekax.phone.bridge.conversation.Signal.ModelComplained;
import com.hekax.phone.bridge.conversation.Signal.ResponseCreated;
import com.hekax.phone.bridge.conversation.Signal.ResponseDone;
import com.hekax.phone.bridge.conversation.Signal.SessionUpdated;
import com.hekax.phone.bridge.conversation.Signal.SpeechCommitted;
import com.hekax.phone.bridge.conversation.Usage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ModelEventsTest {

  private static Optional<Signal> read(String event) {
    return ModelEvents.read(event, 5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"type":"response.output_audio.delta","event_id":"ev_1","response_id":"resp_1",\
        "item_id":"item_1","output_index":0,"content_index":2,"delta":"f39/f39/fw=="}""",
        """
        {"delta" : "f39/f39/fw==" , "content_index" : 2, "item_id":"item_1", "new":{"type":"x"},
         "response_id":"resp_1", "type" : "response.output_audio.delta"}""",
        """
        {"type":"response.output_audio.delta","response_id":"resp_1","item_id":"item_\\u0031",\
        "content_index":2,"delta":"f39\\/f39\\/fw=="}"""
      })
  void audio_is_found_however_it_is_written(String event) {
    assertThat(read(event))
        .contains(new ModelAudio(5, "resp_1", "item_1", 2, new Audio("f39/f39/fw==")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"type\":\"response.output_audio.delta\"",
        "{\"type\":\"response.output_audio.delta\",\"delta\":\"a\\u0022\",\"item_id\":\"i\"}",
        // Names of the beta, of WebRTC, and of what is to come.
        "{\"type\":\"response.audio.delta\",\"delta\":\"AAAA\"}",
        "{\"type\":\"conversation.item.created\",\"item\":{\"id\":\"item_1\"}}",
        "{\"type\":\"output_audio_buffer.started\"}",
        "{\"type\":\"rate_limits.updated\",\"rate_limits\":[]}",
        "{\"type\":\"something.new\",\"item_id\":\"item_1\"}",
        "{}"
      })
  void what_is_not_known_means_nothing(String event) {
    assertThat(read(event)).isEmpty();
  }

  @Test
  void the_formats_are_read_back() {
    assertThat(
            read(
                """
                {"type":"session.updated","session":{"audio":{
                 "input":{"format":{"type":"audio/pcmu"}},
                 "output":{"format":{"type":"audio/pcm","rate":24000}}}}}"""))
        .contains(new SessionUpdated(5, "audio/pcmu", "audio/pcm"));
  }

  @Test
  void items_say_what_they_follow() {
    assertThat(
            read(
                """
                {"type":"input_audio_buffer.committed","item_id":"b","previous_item_id":"a"}"""))
        .contains(new SpeechCommitted(5, "b", Optional.of("a")));
    assertThat(
            read(
                """
                {"type":"conversation.item.added","item":{"id":"a"},"previous_item_id":null}"""))
        .contains(new ItemAdded(5, "a", Optional.empty()));
  }

  @Test
  void transcriptions_are_billed_by_tokens_or_by_time() {
    assertThat(
            read(
                """
                {"type":"conversation.item.input_audio_transcription.completed","item_id":"a",
                 "transcript":"Hi.","usage":{"type":"tokens","total_tokens":17}}"""))
        .contains(new CallerTranscribed(5, "a", "Hi.", Usage.ofTranscriptionTokens(17)));
    assertThat(
            read(
                """
                {"type":"conversation.item.input_audio_transcription.completed","item_id":"a",
                 "transcript":"Hi.","usage":{"type":"duration","seconds":1.25}}"""))
        .contains(new CallerTranscribed(5, "a", "Hi.", Usage.ofTranscriptionSeconds(1.25)));
  }

  @Test
  void a_response_says_why_it_was_made_if_we_asked_for_it() {
    assertThat(
            read(
                """
                {"type":"response.created","response":{"id":"r","metadata":{"purpose":"hand-over"}}}
                """))
        .contains(new ResponseCreated(5, "r", Optional.of(Purpose.HAND_OVER)));
    assertThat(
            read("{\"type\":\"response.created\",\"response\":{\"id\":\"r\",\"metadata\":null}}"))
        .contains(new ResponseCreated(5, "r", Optional.empty()));
  }

  @Test
  void the_end_of_a_response_brings_its_tools_and_its_usage() {
    assertThat(
            read(
                """
                {"type":"response.done","event_id":"ev_90","response":{"id":"resp_3",
                 "object":"realtime.response","status":"completed","status_details":null,
                 "output":[
                  {"id":"item_9","type":"message","role":"assistant","status":"completed",
                   "content":[{"type":"output_audio","transcript":"We are open"}]},
                  {"id":"item_10","type":"function_call","name":"look_up","call_id":"call_7",
                   "arguments":"{\\"question\\":\\"parking?\\"}"},
                  {"id":"item_11","type":"function_call","name":"look_up","call_id":"call_8",
                   "arguments":"{\\"question\\":"}],
                 "metadata":{"purpose":"answer"},
                 "usage":{"total_tokens":812,"input_tokens":700,"output_tokens":112,
                  "input_token_details":{"text_tokens":420,"audio_tokens":280,"cached_tokens":576,
                   "cached_tokens_details":{"text_tokens":384,"audio_tokens":192}},
                  "output_token_details":{"text_tokens":24,"audio_tokens":88}}}}
                """))
        .contains(
            new ResponseDone(
                5,
                new ModelResponse(
                    "resp_3",
                    Status.COMPLETED,
                    "",
                    "",
                    Optional.of(Purpose.ANSWER),
                    List.of("item_9"),
                    List.of(
                        new FunctionCall("call_7", "look_up", "{\"question\":\"parking?\"}", true),
                        new FunctionCall("call_8", "look_up", "{\"question\":", false)),
                    new Usage(420, 280, 384, 192, 24, 88, 0, 0))));
  }

  @Test
  void a_failed_response_has_a_code_and_may_have_no_usage() {
    assertThat(
            read(
                """
                {"type":"response.done","response":{"id":"resp_3","status":"failed","output":[],
                 "status_details":{"type":"failed","error":{"code":"insufficient_quota"}},
                 "usage":null}}"""))
        .contains(
            new ResponseDone(
                5,
                new ModelResponse(
                    "resp_3",
                    Status.FAILED,
                    "",
                    "insufficient_quota",
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Usage.NONE)));
  }

  @Test
  void an_error_says_which_of_our_events_it_is_about() {
    assertThat(
            read(
                """
                {"type":"error","error":{"type":"invalid_request_error","code":"unknown_parameter",
                 "param":"session.x","event_id":"update_1","message":"…"}}"""))
        .contains(
            new ModelComplained(5, Complaint.SESSION_UPDATE, "unknown_parameter", "session.x"));
    assertThat(read("{\"type\":\"error\",\"error\":{\"type\":\"server_error\",\"code\":null}}"))
        .contains(new ModelComplained(5, Complaint.OTHER, "server_error", ""));
  }
}
