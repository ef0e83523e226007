package com.hekax.phone.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.bridge.conversation.Effect.CallTool;
import com.hekax.phone.bridge.conversation.Effect.CancelResponse;
import com.hekax.phone.bridge.conversation.Effect.CloseModel;
import com.hekax.phone.bridge.conversation.Effect.CloseStream;
import com.hekax.phone.bridge.conversation.Effect.CreateResponse;
import com.hekax.phone.bridge.conversation.Effect.Finish;
import com.hekax.phone.bridge.conversation.Effect.HangUp;
import com.hekax.phone.bridge.conversation.Effect.SendReport;
import com.hekax.phone.bridge.conversation.Effect.StartTimer;
import com.hekax.phone.bridge.conversation.Effect.TruncateItem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GoodbyeTest extends CallTest {
  private static final FunctionCall END = new FunctionCall("call_9", "end_call", "{}", true);

  @BeforeEach
  void given_the_assistant_ends_the_call() {
    talking();
    on(new Signal.ResponseCreated(now, "resp_1", Optional.empty()));
    on(calls("resp_1", END));
  }

  @Test
  void it_says_goodbye_and_calls_nobody() {
    assertThat(all(CreateResponse.class))
        .containsExactly(new CreateResponse(ResponseOrder.goodbye(EndReason.ASSISTANT_ENDED)));
    assertThat(all(CallTool.class)).isEmpty();
  }

  @Test
  void the_call_is_hung_up_a_moment_after_the_goodbye_was_heard() {
    respond("resp_2", Optional.of(Purpose.GOODBYE), "item_2", 2_000);
    assertThat(all).doesNotContain(new StartTimer(Timer.HANG_UP, Duration.ofMillis(300)));
    later(2_000);
    on(new Signal.MarkReturned(now, "g1:item_2:2000"));
    assertThat(all).contains(new StartTimer(Timer.HANG_UP, Duration.ofMillis(300)));

    assertThat(fire(Timer.HANG_UP)).containsExactly(new CloseModel(), new HangUp());
  }

  @Test
  void given_the_model_does_not_say_it_then_the_call_is_hung_up_without_waiting_longer() {
    on(new Signal.ResponseCreated(now, "resp_2", Optional.of(Purpose.GOODBYE)));

    assertThat(fire(Timer.RESPONSE)).containsExactly(new CancelResponse("resp_2"));
    assertThat(fire(Timer.HANG_UP)).containsExactly(new CloseModel(), new HangUp());
  }

  @Test
  void given_the_model_is_lost_after_it_then_nobody_can_take_it_back() {
    respond("resp_2", Optional.of(Purpose.GOODBYE), "item_2", 2_000);
    on(new Signal.ModelLost(now));
    on(new Signal.KeyPressed(now, '5'));
    later(2_000);
    on(new Signal.MarkReturned(now, "g1:item_2:2000"));

    assertThat(fire(Timer.HANG_UP)).containsExactly(new HangUp());
  }

  @Test
  void given_the_caller_speaks_then_it_is_not_over_and_marks_of_the_clear_do_not_end_it() {
    respond("resp_2", Optional.of(Purpose.GOODBYE), "item_2", 2_000);
    later(500);
    on(new Signal.SpeechStarted(now));
    on(new Signal.MarkReturned(now, "g1:item_2:2000"));

    assertThat(all(TruncateItem.class)).containsExactly(new TruncateItem("item_2", 0, 500));
    assertThat(fire(Timer.HANG_UP)).isEmpty();
    assertThat(fire(Timer.GOODBYE)).isEmpty();
    on(new Signal.StreamEnded(now));
    assertThat(all(SendReport.class).getFirst().report().reason())
        .isEqualTo(EndReason.CALLER_HUNG_UP);
  }

  @Test
  void given_the_caller_spoke_once_then_the_second_goodbye_is_the_last() {
    respond("resp_2", Optional.of(Purpose.GOODBYE), "item_2", 2_000);
    on(new Signal.SpeechStarted(now));
    on(new Signal.SpeechStopped(now));
    on(new Signal.ResponseCreated(now, "resp_3", Optional.empty()));
    on(calls("resp_3", new FunctionCall("call_10", "end_call", "{}", true)));
    respond("resp_4", Optional.of(Purpose.GOODBYE), "item_4", 2_000);
    all.clear();

    on(new Signal.SpeechStarted(now));

    assertThat(all(TruncateItem.class)).isEmpty();
    assertThat(fire(Timer.GOODBYE)).contains(new HangUp());
  }

  @Test
  void given_the_goodbye_has_no_sound_then_a_second_passes_before_the_hang_up() {
    on(new Signal.ResponseCreated(now, "resp_2", Optional.of(Purpose.GOODBYE)));
    on(done("resp_2", Optional.of(Purpose.GOODBYE)));

    assertThat(all).contains(new StartTimer(Timer.HANG_UP, Duration.ofSeconds(1)));
  }

  @Test
  void given_the_goodbye_fails_then_the_call_is_hung_up_at_once() {
    on(new Signal.ResponseCreated(now, "resp_2", Optional.of(Purpose.GOODBYE)));

    assertThat(
            on(
                done(
                    "resp_2",
                    ModelResponse.Status.FAILED,
                    Optional.of(Purpose.GOODBYE),
                    List.of(),
                    List.of())))
        .containsExactly(new CloseModel(), new HangUp());
  }

  @Test
  void given_the_goodbye_takes_too_long_then_the_call_is_hung_up() {
    assertThat(fire(Timer.GOODBYE)).containsExactly(new CloseModel(), new HangUp());
  }

  @Test
  void given_the_hang_up_works_then_the_stream_ends_by_itself() {
    fire(Timer.GOODBYE);
    on(new Signal.HungUp(now, true));

    on(new Signal.StreamEnded(now));

    assertThat(all(SendReport.class).getFirst().report().reason())
        .isEqualTo(EndReason.ASSISTANT_ENDED);
  }

  @Test
  void given_the_hang_up_fails_then_the_stream_is_closed() {
    fire(Timer.GOODBYE);

    assertThat(on(new Signal.HungUp(now, false)))
        .startsWith(new CloseStream(1000, "goodbye"))
        .endsWith(new Finish());
  }

  @Test
  void given_the_model_is_lost_then_nobody_waits_for_its_goodbye() {
    on(new Signal.ModelLost(now));

    assertThat(all).contains(new StartTimer(Timer.HANG_UP, Duration.ofSeconds(1)));
  }

  @Test
  void given_it_said_goodbye_while_it_ended_the_call_then_it_does_not_say_it_again() {
    var other = new GoodbyeTest();
    other.talking();
    other.on(new Signal.ResponseCreated(other.now, "resp_1", Optional.empty()));
    other.on(other.audio("resp_1", "item_1", 1_000));
    other.on(
        other.done(
            "resp_1",
            ModelResponse.Status.COMPLETED,
            Optional.empty(),
            List.of("item_1"),
            List.of(END)));
    assertThat(other.all(CreateResponse.class)).isEmpty();

    other.later(1_000);
    other.on(new Signal.MarkReturned(other.now, "g1:item_1:1000"));

    assertThat(other.all).contains(new StartTimer(Timer.HANG_UP, Duration.ofMillis(300)));
  }
}
