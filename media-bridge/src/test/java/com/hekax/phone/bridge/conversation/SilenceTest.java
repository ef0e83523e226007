package com.hekax.phone.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.bridge.conversation.Effect.CreateResponse;
import com.hekax.phone.bridge.conversation.Effect.HangUp;
import com.hekax.phone.bridge.conversation.Effect.SendReport;
import com.hekax.phone.bridge.conversation.Effect.StartTimer;
import com.hekax.phone.bridge.conversation.Effect.StopTimer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SilenceTest extends CallTest {
  private static final StartTimer WAITS = new StartTimer(Timer.SILENCE, Duration.ofSeconds(10));

  @BeforeEach
  void given_a_call_in_which_both_talk() {
    talking();
  }

  private void checkedIn(String responseId, String itemId) {
    fire(Timer.SILENCE);
    respond(responseId, Optional.of(Purpose.CHECK_IN), itemId, 1_000);
    later(1_000);
    on(new Signal.MarkReturned(now, "g1:" + itemId + ":1000"));
  }

  @Test
  void the_time_runs_from_the_end_of_what_was_heard_and_not_of_what_was_sent() {
    respond("resp_1", Optional.empty(), "item_1", 3_000);
    assertThat(all).contains(new StopTimer(Timer.SILENCE)).doesNotContain(WAITS);
    later(3_000);

    on(new Signal.MarkReturned(now, "g1:item_1:3000"));

    assertThat(all).contains(WAITS);
  }

  @Test
  void the_time_begins_anew_when_a_key_is_pressed() {
    respond("resp_1", Optional.empty(), "item_1", 1_000);
    later(1_000);
    on(new Signal.MarkReturned(now, "g1:item_1:1000"));
    all.clear();

    on(new Signal.KeyPressed(now, '5'));

    assertThat(all).contains(WAITS);
  }

  @Test
  void the_time_does_not_run_while_the_caller_speaks_or_is_being_answered() {
    on(new Signal.SpeechStarted(now));
    assertThat(all).contains(new StopTimer(Timer.SILENCE));
    on(new Signal.SpeechStopped(now));

    assertThat(all).doesNotContain(WAITS);
  }

  @Test
  void a_silent_caller_is_asked_twice_and_then_the_assistant_says_goodbye() {
    checkedIn("resp_1", "item_1");
    checkedIn("resp_2", "item_2");
    fire(Timer.SILENCE);

    assertThat(all(CreateResponse.class))
        .containsExactly(
            new CreateResponse(ResponseOrder.checkIn()),
            new CreateResponse(ResponseOrder.checkIn()),
            new CreateResponse(ResponseOrder.goodbye(EndReason.SILENCE)));
    assertThat(fire(Timer.GOODBYE)).contains(new HangUp());
    on(new Signal.HungUp(now, true));
    on(new Signal.StreamEnded(now));
    assertThat(all(SendReport.class).getFirst().report().reason()).isEqualTo(EndReason.SILENCE);
  }

  @Test
  void given_the_caller_said_something_then_they_are_asked_twice_again() {
    checkedIn("resp_1", "item_1");
    checkedIn("resp_2", "item_2");
    on(new Signal.SpeechStarted(now));
    on(new Signal.SpeechStopped(now));
    respond("resp_3", Optional.empty(), "item_3", 500);
    later(500);
    on(new Signal.MarkReturned(now, "g1:item_3:500"));
    all.clear();

    fire(Timer.SILENCE);

    assertThat(all(CreateResponse.class))
        .containsExactly(new CreateResponse(ResponseOrder.checkIn()));
  }

  @Test
  void given_the_longest_time_is_over_then_the_assistant_says_so_and_cannot_be_interrupted() {
    fire(Timer.CALL_LIMIT);
    assertThat(all(CreateResponse.class))
        .containsExactly(new CreateResponse(ResponseOrder.goodbye(EndReason.TIME_LIMIT)));
    respond("resp_1", Optional.of(Purpose.GOODBYE), "item_1", 2_000);

    assertThat(on(new Signal.SpeechStarted(now))).isEmpty();
    assertThat(fire(Timer.GOODBYE)).contains(new HangUp());
  }
}
