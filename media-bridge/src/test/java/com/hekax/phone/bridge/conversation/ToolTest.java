package com.hekax.phone.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.bridge.conversation.Effect.AddItem;
import com.hekax.phone.bridge.conversation.Effect.CallTool;
import com.hekax.phone.bridge.conversation.Effect.CreateResponse;
import com.hekax.phone.bridge.conversation.Item.SystemText;
import com.hekax.phone.bridge.conversation.Item.ToolOutput;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ToolTest extends CallTest {
  private static final ToolOutcome DONE = new ToolOutcome.Answered("{\"ok\":true}", false);
  private static final CreateResponse ANSWER = new CreateResponse(ResponseOrder.answer());

  @BeforeEach
  void given_a_call_in_which_both_talk() {
    talking();
    on(new Signal.ResponseCreated(now, "resp_1", Optional.empty()));
  }

  private static FunctionCall lead(String callId) {
    return new FunctionCall(callId, "capture_lead", "{\"name\":\"Ana\"}", true);
  }

  @Test
  void a_tool_is_called_with_its_arguments_as_they_are() {
    assertThat(on(calls("resp_1", lead("call_1"))))
        .containsExactly(
            new CallTool("call_1", "/api/lead", "{\"name\":\"Ana\"}", Duration.ofSeconds(4)));
  }

  @Test
  void its_answer_is_told_word_by_word_and_then_one_response_is_asked_for() {
    on(calls("resp_1", lead("call_1")));

    assertThat(on(new Signal.ToolFinished(now, "call_1", DONE)))
        .containsExactly(new AddItem(new ToolOutput("call_1", "{\"ok\":true}")), ANSWER);
  }

  @Test
  void given_two_tools_then_the_response_waits_for_both_answers() {
    on(calls("resp_1", lead("call_1"), lead("call_2")));

    assertThat(on(new Signal.ToolFinished(now, "call_2", DONE)))
        .containsExactly(new AddItem(new ToolOutput("call_2", "{\"ok\":true}")));
    assertThat(on(new Signal.ToolFinished(now, "call_1", DONE)))
        .containsExactly(new AddItem(new ToolOutput("call_1", "{\"ok\":true}")), ANSWER);
  }

  @Test
  void given_a_request_that_comes_again_then_it_is_not_done_again() {
    on(calls("resp_1", lead("call_1")));
    on(new Signal.ToolFinished(now, "call_1", DONE));

    assertThat(on(calls("resp_2", lead("call_1")))).isEmpty();
    assertThat(on(new Signal.ToolFinished(now, "call_1", DONE))).isEmpty();
  }

  @Test
  void given_arguments_that_are_no_JSON_then_the_model_is_told_and_nothing_is_called() {
    var effects =
        on(calls("resp_1", new FunctionCall("call_1", "capture_lead", "{\"name\":", false)));

    assertThat(effects).hasSize(2).endsWith(ANSWER);
    assertThat(all(CallTool.class)).isEmpty();
    assertThat(((ToolOutput) all(AddItem.class).getFirst().item()).json())
        .contains("invalid_arguments");
  }

  @Test
  void given_a_tool_that_does_not_exist_then_the_model_is_told() {
    on(calls("resp_1", new FunctionCall("call_1", "fly", "{}", true)));

    assertThat(((ToolOutput) all(AddItem.class).getFirst().item()).json()).contains("unknown_tool");
  }

  @Test
  void given_refused_arguments_then_the_model_is_told_which() {
    on(calls("resp_1", lead("call_1")));

    assertThat(
            on(
                new Signal.ToolFinished(
                    now, "call_1", new ToolOutcome.Invalid("[{\"field\":\"phone\"}]"))))
        .containsExactly(
            new AddItem(
                new ToolOutput(
                    "call_1",
                    "{\"ok\":false,\"error\":\"invalid_arguments\","
                        + "\"errors\":[{\"field\":\"phone\"}]}")),
            ANSWER);
  }

  @Test
  void given_a_cancelled_response_then_its_tools_are_not_called() {
    assertThat(
            on(
                done(
                    "resp_1",
                    ModelResponse.Status.CANCELLED,
                    Optional.empty(),
                    java.util.List.of(),
                    java.util.List.of(lead("call_1")))))
        .isEmpty();
  }

  @Test
  void given_the_model_answers_the_caller_meanwhile_then_the_response_is_asked_for_after_that() {
    on(calls("resp_1", lead("call_1"), lead("call_2")));
    on(new Signal.SpeechStarted(now));
    on(new Signal.SpeechStopped(now));
    on(new Signal.ResponseCreated(now, "resp_2", Optional.empty()));
    on(new Signal.ToolFinished(now, "call_1", DONE));

    assertThat(on(new Signal.ToolFinished(now, "call_2", DONE)))
        .containsExactly(new AddItem(new ToolOutput("call_2", "{\"ok\":true}")));
    assertThat(on(done("resp_2", Optional.empty(), "item_2"))).containsExactly(ANSWER);
    assertThat(all(CreateResponse.class)).hasSize(1);
  }

  @Test
  void given_the_caller_speaks_meanwhile_then_the_models_own_answer_is_about_the_tool_too() {
    on(calls("resp_1", lead("call_1")));
    on(new Signal.SpeechStarted(now));
    on(new Signal.ToolFinished(now, "call_1", DONE));
    on(new Signal.SpeechStopped(now));
    on(new Signal.ResponseCreated(now, "resp_2", Optional.empty()));
    on(done("resp_2", Optional.empty(), "item_2"));

    assertThat(all(CreateResponse.class)).isEmpty();
  }

  @Test
  void given_the_model_was_not_free_after_all_then_it_is_asked_once_it_is() {
    on(calls("resp_1", lead("call_1")));
    on(new Signal.ToolFinished(now, "call_1", DONE));
    on(
        new Signal.ModelComplained(
            now, Complaint.RESPONSE_CREATE, "conversation_already_has_active_response", ""));
    // The response it already had.
    on(new Signal.ResponseCreated(now, "resp_2", Optional.empty()));
    all.clear();

    on(done("resp_2", Optional.empty()));

    assertThat(all(CreateResponse.class)).isEmpty(); // it began after the tool's answer
  }

  @Test
  void given_a_new_session_of_the_model_then_it_is_told_as_a_fact() {
    on(calls("resp_1", lead("call_1")));
    on(new Signal.ModelLost(now));
    on(new Signal.ModelOpened(now));
    on(new Signal.SessionUpdated(now, "audio/pcmu", "audio/pcmu"));

    assertThat(on(new Signal.ToolFinished(now, "call_1", DONE)))
        .containsExactly(
            new AddItem(new SystemText("The tool capture_lead answered: {\"ok\":true}")), ANSWER);
  }
}
