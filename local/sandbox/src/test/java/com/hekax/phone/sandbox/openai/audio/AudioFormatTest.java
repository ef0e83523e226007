package com.hekax.phone.sandbox.openai.audio;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.sandbox.speech.Clip;
import com.hekax.phone.sandbox.speech.Clips;
import com.hekax.phone.sandbox.speech.MuLaw;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AudioFormatTest {

  static List<Clip> clips() {
    return Clips.bundled().all();
  }

  @ParameterizedTest
  @MethodSource("clips")
  void a_clip_comes_back_from_linear_samples_as_it_was(Clip clip) {
    var pcm = AudioFormat.PCM.fromLine(clip.mulaw());

    assertThat(pcm).hasSize(clip.mulaw().length * 6);
    assertThat(AudioFormat.PCM.toLine(pcm)).isEqualTo(clip.mulaw());
  }

  @Test
  void A_law_is_about_as_loud_as_mu_law() {
    var clip = clips().getFirst();
    var back = AudioFormat.PCMA.toLine(AudioFormat.PCMA.fromLine(clip.mulaw()));

    for (int i = 0; i < back.length; i++) {
      int sample = MuLaw.sample(clip.mulaw()[i]);
      assertThat(Math.abs(MuLaw.sample(back[i]) - sample))
          .as("sample %d", sample)
          .isLessThanOrEqualTo(16 + Math.abs(sample) / 16);
    }
  }

  @Test
  void A_law_has_the_codes_of_the_recommendation() {
    assertThat(AudioFormat.PCMA.fromLine(new byte[] {(byte) 0xFF, (byte) 0x80, 0x00}))
        .as("silence, loudest and lowest")
        .containsExactly(0xD5, 0xAA, 0x2A);
  }

  @Test
  void mu_law_has_one_code_for_each_sample_but_two_for_nothing() {
    for (int code = 0; code < 256; code++) {
      int back = MuLaw.code(MuLaw.sample((byte) code)) & 0xFF;
      assertThat(back).isEqualTo(code == 0x7F ? 0xFF : code);
    }
  }
}
