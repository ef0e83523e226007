package com.hekax.phone.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.bridge.conversation.Effect.AddItem;
import com.hekax.phone.bridge.conversation.Effect.AppendAudio;
import com.hekax.phone.bridge.conversation.Effect.CloseModel;
import com.hekax.phone.bridge.conversation.Effect.CloseStream;
import com.hekax.phone.bridge.conversation.Effect.CreateResponse;
import com.hekax.phone.bridge.conversation.Effect.Finish;
import com.hekax.phone.bridge.conversation.Effect.Redirect;
import com.hekax.phone.bridge.conversation.Effect.SendReport;
import com.hekax.phone.bridge.conversation.Item.SystemText;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TransferTest extends CallTest {

  @BeforeEach
  void given_the_model_asks_for_a_transfer() {
    talking();
    on(new Signal.ResponseCreated(now, "resp_1", Optional.empty()));
    on(calls("resp_1", new FunctionCall("call_1", "transfer_call", "{}", true)));
  }

  private void transferring() {
    on(
        new Signal.ToolFinished(
            now, "call_1", new ToolOutcome.Answered("{\"transferring\":true}", true)));
  }

  @Test
  void the_caller_is_sent_on_when_the_hand_over_was_heard() {
    transferring();
    assertThat(all(CreateResponse.class))
        .containsExactly(new CreateResponse(ResponseOrder.handOver()));
    respond("resp_2", Optional.of(Purpose.HAND_OVER), "item_2", 1_500);
    assertThat(all(Redirect.class)).isEmpty();
    later(1_500);

    assertThat(on(new Signal.MarkReturned(now, "g1:item_2:1500")))
        .contains(new Redirect(RedirectReason.TRANSFER));
    assertThat(all(CloseStream.class)).isEmpty();
  }

  @Test
  void what_the_caller_says_meanwhile_does_not_reach_the_model() {
    transferring();

    on(new Signal.CallerAudio(now, 0, new Audio("AAAA")));

    assertThat(all(AppendAudio.class)).isEmpty();
  }

  @Test
  void given_the_hand_over_takes_too_long_then_the_caller_is_sent_on() {
    transferring();

    assertThat(fire(Timer.HAND_OVER)).contains(new Redirect(RedirectReason.TRANSFER));
  }

  @Test
  void given_the_transfer_works_then_the_model_is_closed_and_the_stream_ends_by_itself() {
    transferring();
    fire(Timer.HAND_OVER);

    assertThat(on(new Signal.Redirected(now, true))).containsExactly(new CloseModel());
    assertThat(on(new Signal.StreamEnded(now))).endsWith(new Finish());
    assertThat(all(SendReport.class).getFirst().report().reason()).isEqualTo(EndReason.TRANSFERRED);
  }

  @Test
  void given_the_transfer_fails_then_the_assistant_goes_on() {
    transferring();
    fire(Timer.HAND_OVER);
    on(new Signal.ResponseCreated(now, "resp_2", Optional.of(Purpose.HAND_OVER)));
    on(done("resp_2", Optional.of(Purpose.HAND_OVER)));

    assertThat(on(new Signal.Redirected(now, false)))
        .containsExactly(
            new AddItem(
                new SystemText(
                    "The caller could not be put through. Say so, and offer to take a message.")),
            new CreateResponse(ResponseOrder.answer()));
    assertThat(on(new Signal.CallerAudio(now, 0, new Audio("AAAA"))))
        .containsExactly(new AppendAudio(new Audio("AAAA")));
  }

  @Test
  void given_nobody_is_available_then_the_assistant_says_so_and_goes_on() {
    on(
        new Signal.ToolFinished(
            now, "call_1", new ToolOutcome.Answered("{\"transferring\":false}", false)));

    assertThat(all(CreateResponse.class))
        .containsExactly(new CreateResponse(ResponseOrder.answer()));
    assertThat(fire(Timer.HAND_OVER)).isEmpty();
  }
}
