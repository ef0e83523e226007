package com.hekax.phone.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.bridge.conversation.Effect.ClearPlayback;
import com.hekax.phone.bridge.conversation.Effect.DeleteItem;
import com.hekax.phone.bridge.conversation.Effect.SaveTurn;
import com.hekax.phone.bridge.conversation.Effect.TruncateItem;
import com.hekax.phone.bridge.conversation.Signal.ItemDone;
import com.hekax.phone.bridge.conversation.Signal.MarkReturned;
import com.hekax.phone.bridge.conversation.Signal.ModelTextDone;
import com.hekax.phone.bridge.conversation.Signal.ResponseCreated;
import com.hekax.phone.bridge.conversation.Signal.SpeechStarted;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InterruptionTest extends CallTest {

  @BeforeEach
  void given_a_call_in_which_both_talk() {
    talking();
  }

  @Test
  void given_nothing_is_said_when_the_caller_speaks_then_nothing_is_sent() {
    assertThat(on(new SpeechStarted(now))).isEmpty();
  }

  @Nested
  class Given_ten_seconds_of_audio_that_arrived_in_three_hundred_milliseconds {

    @BeforeEach
    void given() {
      on(new ResponseCreated(now, "resp_1", Optional.empty()));
      for (int i = 0; i < 30; i++) {
        on(audio("resp_1", "item_1", 333));
        later(10);
      }
      on(new ModelTextDone(now, "item_1", "one two three four five six seven eight nine ten"));
      on(new ItemDone(now, "item_1"));
      on(done("resp_1", Optional.empty(), "item_1"));
    }

    @Test
    void when_the_caller_speaks_after_two_seconds_then_it_is_cleared_and_cut_at_what_was_heard() {
      later(1_700);

      var effects = on(new SpeechStarted(now));

      assertThat(effects.getFirst()).isEqualTo(new ClearPlayback());
      assertThat(all(ClearPlayback.class)).hasSize(1);
      assertThat(all(TruncateItem.class))
          .singleElement()
          .satisfies(cut -> assertThat(cut.heardMs()).isBetween(1_900, 2_100));
    }

    @Test
    void when_the_caller_speaks_then_only_the_words_that_were_heard_are_kept() {
      later(1_700);
      on(new SpeechStarted(now));

      assertThat(all(SaveTurn.class))
          .singleElement()
          .satisfies(
              saved -> {
                assertThat(saved.turn().text()).isEqualTo("one two");
                assertThat(saved.turn().interrupted()).isTrue();
                assertThat(saved.turn().heardMs().orElseThrow()).isBetween(1_900, 2_100);
              });
    }

    @Test
    void when_more_of_the_response_arrives_after_that_then_it_is_not_played() {
      later(1_700);
      on(new SpeechStarted(now));

      assertThat(on(audio("resp_1", "item_1", 500))).isEmpty();
    }

    @Test
    void when_playback_stalls_then_the_marks_say_what_was_heard() {
      later(500);
      on(new MarkReturned(now, "g1:item_1:333"));
      later(200);

      on(new SpeechStarted(now));

      assertThat(all(TruncateItem.class))
          .singleElement()
          .satisfies(cut -> assertThat(cut.heardMs()).isBetween(533, 534));
    }

    @Test
    void when_marks_return_because_of_the_clear_then_they_count_for_nothing() {
      later(1_700);
      on(new SpeechStarted(now));
      all.clear();

      assertThat(on(new MarkReturned(now, "g1:item_1:9990"))).isEmpty();
    }

    @Test
    void when_all_of_it_was_heard_then_nothing_is_taken_back() {
      later(11_000);

      on(new SpeechStarted(now));

      assertThat(all(TruncateItem.class)).isEmpty();
      assertThat(all(DeleteItem.class)).isEmpty();
      assertThat(all(SaveTurn.class))
          .singleElement()
          .satisfies(saved -> assertThat(saved.turn().interrupted()).isFalse());
    }
  }

  @Test
  void given_two_items_when_the_first_is_interrupted_then_it_is_cut_and_the_second_deleted() {
    respond("resp_1", Optional.empty(), "item_1", 3_000);
    respond("resp_2", Optional.empty(), "item_2", 3_000);
    later(1_000);

    var effects = on(new SpeechStarted(now));

    assertThat(effects)
        .containsSubsequence(
            new ClearPlayback(), new TruncateItem("item_1", 0, 1_000), new DeleteItem("item_2"));
  }

  @Test
  void given_the_model_still_speaks_when_it_is_interrupted_then_at_most_what_was_sent_is_kept() {
    on(new ResponseCreated(now, "resp_1", Optional.empty()));
    on(audio("resp_1", "item_1", 400));
    later(5_000);

    on(new SpeechStarted(now));

    assertThat(all(TruncateItem.class)).containsExactly(new TruncateItem("item_1", 0, 400));
  }

  @Test
  void given_an_item_of_which_nothing_was_heard_when_its_response_ends_then_it_is_deleted() {
    on(new ResponseCreated(now, "resp_1", Optional.empty()));
    on(audio("resp_1", "item_1", 400));
    on(new SpeechStarted(now));
    assertThat(all(DeleteItem.class)).isEmpty();

    var effects =
        on(
            done(
                "resp_1",
                ModelResponse.Status.CANCELLED,
                Optional.empty(),
                List.of("item_1"),
                List.of()));

    assertThat(effects).containsExactly(new DeleteItem("item_1"));
    assertThat(all(SaveTurn.class)).isEmpty();
  }

  @Test
  void given_a_pause_between_two_responses_then_the_time_of_the_pause_is_not_playback() {
    respond("resp_1", Optional.empty(), "item_1", 500);
    later(4_000);
    respond("resp_2", Optional.empty(), "item_2", 3_000);
    later(700);

    on(new SpeechStarted(now));

    assertThat(all(TruncateItem.class)).containsExactly(new TruncateItem("item_2", 0, 700));
  }
}
