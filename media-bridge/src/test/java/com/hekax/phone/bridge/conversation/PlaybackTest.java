package com.hekax.phone.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.bridge.conversation.Effect.ClearPlayback;
import com.hekax.phone.bridge.conversation.Effect.PlayAudio;
import com.hekax.phone.bridge.conversation.Effect.SendMark;
import com.hekax.phone.bridge.conversation.Signal.ModelAudio;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlaybackTest {
  private final Effects effects = new Effects();
  private final Playback playback = new Playback(effects);

  private boolean play(long now, String itemId, int milliseconds) {
    return playback.play(new ModelAudio(now, "resp_1", itemId, 0, Audio.silence(milliseconds)));
  }

  @Test
  void each_delta_is_followed_by_a_mark_that_says_how_much_of_the_item_lies_before_it() {
    play(0, "item_1", 300);
    play(0, "item_1", 300);
    play(0, "item_2", 300);

    assertThat(effects.take())
        .containsExactly(
            new PlayAudio(Audio.silence(300)),
            new SendMark("g1:item_1:300"),
            new PlayAudio(Audio.silence(300)),
            new SendMark("g1:item_1:600"),
            new PlayAudio(Audio.silence(300)),
            new SendMark("g1:item_2:300"));
  }

  @Test
  void an_item_is_over_when_it_is_complete_and_its_last_mark_came_back() {
    play(0, "item_1", 300);
    assertThat(playback.marked(300, new Mark(1, "item_1", 300))).isEmpty();

    assertThat(playback.complete(301, "item_1"))
        .singleElement()
        .satisfies(cut -> assertThat(cut.heardOut()).isTrue());
    assertThat(playback.isEmpty()).isTrue();
  }

  @Test
  void what_was_played_is_never_more_than_was_sent_and_never_less_than_was_marked() {
    play(0, "item_1", 1_000);
    playback.marked(100, new Mark(1, "item_1", 700));

    assertThat(playback.interrupt(101).getFirst().heardMs()).isEqualTo(701);

    play(200, "item_2", 1_000);
    assertThat(playback.interrupt(9_000).getFirst().heardMs()).isEqualTo(1_000);
  }

  @Test
  void given_a_clear_when_marks_of_before_it_return_then_they_prove_nothing() {
    play(0, "item_1", 1_000);
    playback.interrupt(100);
    play(200, "item_1", 1_000);
    playback.complete(200, "item_1");

    assertThat(playback.marked(210, new Mark(1, "item_1", 1_000))).isEmpty();
    assertThat(playback.isEmpty()).isFalse();
    assertThat(playback.marked(1_200, new Mark(2, "item_1", 1_000))).hasSize(1);
  }

  @Test
  void marks_after_a_clear_carry_the_next_generation() {
    play(0, "item_1", 300);
    playback.interrupt(100);
    effects.take();
    play(200, "item_2", 300);

    assertThat(effects.take()).contains(new SendMark("g2:item_2:300"));
  }

  @Test
  void an_interruption_clears_and_an_end_does_not() {
    play(0, "item_1", 300);
    effects.take();
    playback.end(100);
    assertThat(effects.take()).isEmpty();
    playback.interrupt(100);
    assertThat(effects.take()).containsExactly(new ClearPlayback());
  }

  @Test
  void given_two_minutes_that_were_not_played_then_no_more_is_sent() {
    for (int i = 0; i < 12; i++) {
      assertThat(play(0, "item_1", 10_001)).isTrue();
    }

    assertThat(play(0, "item_1", 20)).isFalse();
    assertThat(play(1_000, "item_1", 20)).isTrue();
  }
}
