package com.hekax.phone.sandbox.twilio.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.sandbox.twilio.line.Line;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlaybackTest {
  private final Playback playback = new Playback();

  @Test
  void audio_that_is_no_whole_number_of_frames_goes_on_with_what_follows_a_mark() {
    playback.add(audio(Line.FRAME_BYTES * 3 / 2));
    playback.mark("half");
    playback.add(audio(Line.FRAME_BYTES / 2));

    assertThat(playback.next().frame()).containsOnly(1);
    assertThat(playback.next().frame()).containsOnly(1);
  }

  @Test
  void a_mark_in_the_middle_of_a_frame_is_due_when_that_frame_has_been_heard() {
    playback.add(audio(Line.FRAME_BYTES / 2));
    playback.mark("half");
    playback.add(audio(Line.FRAME_BYTES));

    assertThat(playback.next().marks()).isEmpty();
    assertThat(playback.next().marks()).containsExactly("half");
  }

  @Test
  void a_mark_in_the_frame_that_is_being_heard_comes_back_when_all_is_cleared() {
    playback.add(audio(Line.FRAME_BYTES / 2));
    playback.mark("half");
    playback.add(audio(Line.FRAME_BYTES));
    playback.mark("whole");
    playback.next();

    assertThat(playback.clear().marks()).containsExactly("half", "whole");
  }

  private static byte[] audio(int length) {
    var audio = new byte[length];
    Arrays.fill(audio, (byte) 1);
    return audio;
  }
}
