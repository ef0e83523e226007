package com.hekax.phone.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.bridge.conversation.Effect.AppendAudio;
import com.hekax.phone.bridge.conversation.Effect.StartTimer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CallerAudioTest {
  private final Effects effects = new Effects();
  private final CallerAudio audio = new CallerAudio(effects);

  private List<Integer> heard(long at, long timestamp, int milliseconds) {
    audio.heard(new Signal.CallerAudio(at, timestamp, Audio.silence(milliseconds)));
    return passed();
  }

  private List<Integer> passed() {
    return effects.take().stream()
        .filter(AppendAudio.class::isInstance)
        .map(effect -> ((AppendAudio) effect).audio().milliseconds())
        .toList();
  }

  @Test
  void given_no_model_yet_then_the_last_five_seconds_are_kept() {
    for (int i = 0; i < 400; i++) {
      assertThat(heard(i * 20L, i * 20L, 20)).isEmpty();
    }

    audio.open();

    assertThat(passed().stream().mapToInt(Integer::intValue).sum()).isEqualTo(5_000);
  }

  @Test
  void given_frames_were_lost_then_silence_takes_their_time() {
    audio.open();
    assertThat(heard(0, 0, 20)).containsExactly(20);
    assertThat(heard(20, 20, 20)).containsExactly(20);

    assertThat(heard(160, 160, 20)).containsExactly(120, 20);
  }

  @Test
  void given_a_long_gap_then_at_most_ten_seconds_of_silence_are_sent() {
    audio.open();
    heard(0, 0, 20);

    assertThat(heard(60_000, 60_000, 20)).containsExactly(10_000, 20);
  }

  @Test
  void given_a_clock_that_jitters_or_jumps_back_then_nothing_is_put_in() {
    audio.open();
    heard(0, 0, 20);

    assertThat(heard(20, 29, 20)).containsExactly(20);
    assertThat(heard(40, 5, 20)).containsExactly(20);
  }

  @Test
  void given_the_sound_stops_while_the_caller_speaks_then_silence_lets_the_model_end_the_turn() {
    audio.open();
    heard(0, 0, 20);
    audio.speechStarted();
    assertThat(effects.take())
        .containsExactly(new StartTimer(Timer.CALLER_AUDIO, Duration.ofMillis(750)));

    audio.check(750);
    assertThat(passed()).containsExactly(1_000);
    // What was put in is not put in again when the sound comes back.
    assertThat(heard(1_020, 1_020, 20)).containsExactly(20);
  }

  @Test
  void given_sound_arrives_while_the_caller_speaks_then_nothing_is_put_in() {
    audio.open();
    audio.speechStarted();
    heard(700, 700, 20);

    audio.check(750);

    assertThat(effects.take())
        .containsExactly(new StartTimer(Timer.CALLER_AUDIO, Duration.ofMillis(700)));
  }

  @Test
  void given_it_is_shut_then_nothing_passes() {
    audio.open();
    audio.shut();

    assertThat(heard(0, 0, 20)).isEmpty();
  }
}
