package com.hekax.phone.sandbox.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.hekax.phone.sandbox.speech.Heard.SpeechStarted;
import com.hekax.phone.sandbox.speech.Heard.SpeechStopped;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EarTest {
  private static final Clips CLIPS = Clips.bundled();

  static List<Clip> all() {
    return CLIPS.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_clip_is_heard_as_one_utterance_and_understood_even_by_a_hasty_ear(Clip clip) {
    var hasty = new Hearing(0.6, Duration.ofMillis(300), Duration.ofMillis(200));
    for (var hearing : List.of(Hearing.DEFAULT, hasty)) {
      var heard = listen(new Ear(hearing), line(1000, clip, 1000), 160);

      assertThat(heard).hasSize(2);
      assertThat(heard.getFirst()).isInstanceOf(SpeechStarted.class);
      assertThat(((SpeechStopped) heard.get(1)).speech())
          .satisfies(speech -> assertThat(CLIPS.recognise(speech)).contains(clip));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 80, 160, 4000, 1_000_000})
  void times_count_the_audio_however_it_is_cut(int chunk) {
    var clip = CLIPS.find("new-lead-name").orElseThrow();

    var heard = listen(new Ear(Hearing.DEFAULT), line(1000, clip, 1000), chunk);

    var started = ((SpeechStarted) heard.get(0)).atMs();
    var stopped = (SpeechStopped) heard.get(1);
    assertThat(started).as("1000 ms of silence, less the prefix").isCloseTo(700, within(20L));
    assertThat(stopped.atMs())
        .as("the end of the words and 500 ms more")
        .isCloseTo(1000 + clip.length().toMillis() + 500, within(60L));
    assertThat(stopped.speech()).hasSize((int) (stopped.atMs() - started) * 8);
  }

  @Test
  void speech_at_once_starts_at_zero() {
    var clip = CLIPS.find("hello").orElseThrow();

    var heard = listen(new Ear(Hearing.DEFAULT), line(0, clip, 600), 160);

    assertThat(heard.getFirst()).isEqualTo(new SpeechStarted(0));
  }

  @Test
  void one_turn_after_another_is_heard_apart_though_the_prefix_is_longer_than_the_pause() {
    var first = CLIPS.find("ask-parking").orElseThrow();
    var second = CLIPS.find("goodbye").orElseThrow();
    var ear = new Ear(new Hearing(0.5, Duration.ofSeconds(2), Duration.ofMillis(200)));

    var heard = listen(ear, line(0, first, 250), 160);
    heard.addAll(listen(ear, line(0, second, 250), 160));

    assertThat(heard)
        .filteredOn(SpeechStopped.class::isInstance)
        .extracting(stopped -> CLIPS.recognise(((SpeechStopped) stopped).speech()).orElseThrow())
        .containsExactly(first, second);
  }

  @Test
  void a_turn_that_is_not_followed_by_audio_never_ends() {
    var ear = new Ear(Hearing.DEFAULT);

    var heard = listen(ear, line(0, CLIPS.find("hello").orElseThrow(), 400), 160);

    assertThat(heard).containsExactly(new SpeechStarted(0));
    assertThat(ear.speaking()).isTrue();
  }

  @Test
  void silence_hiss_and_a_click_are_no_speech() {
    var line = MuLaw.silence(Duration.ofSeconds(2));
    for (int i = 0; i < line.length; i += 3) {
      line[i] = (byte) 0xF8;
    }
    Arrays.fill(line, 8000, 8160, (byte) 0x80);

    assertThat(listen(new Ear(Hearing.DEFAULT), line, 160)).isEmpty();
  }

  @Test
  void a_high_threshold_is_deaf_to_what_a_low_one_hears() {
    var line = line(100, CLIPS.find("hello").orElseThrow(), 600);

    assertThat(listen(new Ear(hearing(0.2)), line, 160)).hasSize(2);
    assertThat(listen(new Ear(hearing(1.0)), line, 160)).isEmpty();
  }

  @Test
  void what_was_taken_is_not_heard_again() {
    var clip = CLIPS.find("new-lead-need").orElseThrow();
    var ear = new Ear(Hearing.DEFAULT);
    listen(ear, line(0, clip, 0), 160);

    assertThat(CLIPS.recognise(ear.take())).contains(clip);
    assertThat(ear.speaking()).isFalse();
    assertThat(listen(ear, MuLaw.silence(Duration.ofSeconds(1)), 160)).isEmpty();
  }

  private static Hearing hearing(double threshold) {
    return new Hearing(threshold, Hearing.DEFAULT.prefix(), Hearing.DEFAULT.silence());
  }

  private static byte[] line(int silenceBefore, Clip clip, int silenceAfter) {
    var line = new ByteArrayOutputStream();
    line.writeBytes(MuLaw.silence(Duration.ofMillis(silenceBefore)));
    line.writeBytes(clip.mulaw());
    line.writeBytes(MuLaw.silence(Duration.ofMillis(silenceAfter)));
    return line.toByteArray();
  }

  private static List<Heard> listen(Ear ear, byte[] line, int chunk) {
    var heard = new ArrayList<Heard>();
    for (int i = 0; i < line.length; i += chunk) {
      heard.addAll(ear.hear(Arrays.copyOfRange(line, i, Math.min(line.length, i + chunk))));
    }
    return heard;
  }
}
