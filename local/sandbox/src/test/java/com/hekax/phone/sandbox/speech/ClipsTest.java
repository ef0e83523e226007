package com.hekax.phone.sandbox.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClipsTest {
  private static final int FRAME = 160;
  private static final Clips CLIPS = Clips.bundled();

  static List<Clip> all() {
    return CLIPS.all();
  }

  @Test
  void a_clip_is_found_by_its_name_and_by_its_words() {
    var clip = CLIPS.find("greeting-bright-dental").orElseThrow();

    assertThat(clip.speaker()).isEqualTo(Speaker.ASSISTANT);
    assertThat(clip.text())
        .isEqualTo("Thank you for calling Bright Dental, this is Ava. How can I help you?");
    assertThat(CLIPS.saying(clip.text())).contains(clip);
    assertThat(
            CLIPS.saying("thank you for calling Bright Dental,  this is Ava – how can I help you"))
        .contains(clip);
    assertThat(CLIPS.saying("Thank you for calling Bright Dental.")).isEmpty();
    assertThat(CLIPS.find("greeting-acme")).isEmpty();
  }

  @Test
  void no_two_clips_have_one_name_or_the_same_words() {
    assertThat(all()).extracting(Clip::id).doesNotHaveDuplicates();
    assertThat(all()).allSatisfy(clip -> assertThat(CLIPS.saying(clip.text())).contains(clip));
  }

  @Test
  void no_frame_of_a_clip_is_like_another_so_that_none_can_be_exchanged_unseen() {
    var frames = new HashSet<ByteBuffer>();
    for (var clip : all()) {
      assertThat(clip.mulaw().length % FRAME).as(clip.id()).isZero();
      for (int i = 0; i < clip.mulaw().length; i += FRAME) {
        assertThat(frames.add(ByteBuffer.wrap(Arrays.copyOfRange(clip.mulaw(), i, i + FRAME))))
            .as("the frame of %s at byte %d is new", clip.id(), i)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_clip_begins_and_ends_with_sound_and_is_never_dead_for_long(Clip clip) {
    assertThat(MuLaw.trimmed(clip.mulaw())).hasSameSizeAs(clip.mulaw());
    int dead = 0;
    for (byte code : clip.mulaw()) {
      dead = MuLaw.isSilence(code) ? dead + 1 : 0;
      assertThat(dead).isLessThan(300 * MuLaw.BYTES_PER_MILLISECOND);
    }
  }

  @Nested
  class Given_what_a_caller_said {
    private final Clip clip = CLIPS.find("new-lead-need").orElseThrow();
    private final byte[] audio = clip.mulaw().clone();

    @Test
    void when_all_of_it_arrives_then_it_is_understood_whatever_silence_is_around_it() {
      assertThat(CLIPS.recognise(audio)).contains(clip);
      var quiet = MuLaw.silence(Duration.ofMillis(333));
      var otherZero = new byte[] {0x7F, (byte) 0xFF, 0x7F};
      assertThat(CLIPS.recognise(joined(quiet, otherZero, audio, otherZero, quiet))).contains(clip);
    }

    @Test
    void when_one_bit_is_another_then_it_is_not_understood() {
      for (int at : new int[] {0, audio.length / 2, audio.length - 1}) {
        audio[at] ^= 1;
        assertThat(CLIPS.recognise(audio)).as("bit at byte %d", at).isEmpty();
        audio[at] ^= 1;
      }
    }

    @Test
    void when_a_frame_is_lost_then_it_is_not_understood() {
      for (int at : new int[] {0, 50 * FRAME, audio.length - FRAME}) {
        var lost = joined(part(0, at), part(at + FRAME, audio.length));
        assertThat(CLIPS.recognise(lost)).as("frame at byte %d", at).isEmpty();
      }
    }

    @Test
    void when_two_frames_arrive_in_the_wrong_order_then_it_is_not_understood() {
      for (int at = 0; at + 2 * FRAME <= audio.length; at += FRAME) {
        var exchanged =
            joined(
                part(0, at),
                part(at + FRAME, at + 2 * FRAME),
                part(at, at + FRAME),
                part(at + 2 * FRAME, audio.length));
        assertThat(CLIPS.recognise(exchanged)).as("frame at byte %d", at).isEmpty();
      }
    }

    @Test
    void when_silence_was_inserted_then_it_is_not_understood() {
      int middle = audio.length / 2;
      var quiet = MuLaw.silence(Duration.ofMillis(200));
      assertThat(CLIPS.recognise(joined(part(0, middle), quiet, part(middle, audio.length))))
          .isEmpty();
      assertThat(
              CLIPS.recognise(
                  joined(part(0, middle), new byte[] {MuLaw.SILENCE}, part(middle, audio.length))))
          .isEmpty();
    }

    @Test
    void when_nothing_but_silence_arrives_then_nothing_was_said() {
      assertThat(CLIPS.recognise(MuLaw.silence(Duration.ofSeconds(1)))).isEmpty();
      assertThat(CLIPS.recognise(new byte[0])).isEmpty();
    }

    private byte[] part(int from, int to) {
      return Arrays.copyOfRange(audio, from, to);
    }
  }

  private static byte[] joined(byte[]... parts) {
    var whole = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    for (var part : parts) {
      whole.put(part);
    }
    return whole.array();
  }
}
