package com.hekax.phone.bridge.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AudioTest {

  @Test
  void its_length_is_known_without_decoding_it() {
    var encoder = Base64.getEncoder();
    for (int bytes = 0; bytes < 1_000; bytes += 7) {
      var text = encoder.encodeToString(new byte[bytes]);

      assertThat(new Audio(text).bytes()).isEqualTo(bytes);
      assertThat(new Audio(encoder.withoutPadding().encodeToString(new byte[bytes])).bytes())
          .isEqualTo(bytes);
    }
    assertThat(new Audio(encoder.encodeToString(new byte[160])).milliseconds()).isEqualTo(20);
  }

  @Test
  void silence_is_the_byte_of_all_ones() {
    var silence = Base64.getDecoder().decode(Audio.silence(20).base64());
    var expected = new byte[162];
    Arrays.fill(expected, (byte) 0xFF);

    assertThat(silence).isEqualTo(expected);
  }

  @Test
  void what_would_break_the_message_around_it_is_no_audio() {
    assertThat(Audio.of("AAA\"},{\"")).isEmpty();
    assertThat(Audio.of("AA\nA")).isEmpty();
    assertThat(Audio.of("Az09+/==")).isPresent();
  }

  @Test
  void a_mark_says_the_same_when_it_returns() {
    var mark = new Mark(3, "item:with:colons", 1_840);

    assertThat(mark.name()).isEqualTo("g3:item:with:colons:1840");
    assertThat(Mark.named(mark.name())).contains(mark);
    assertThat(Mark.named("somebody else's")).isEmpty();
    assertThat(Mark.named("g3:item:many")).isEmpty();
  }

  @Test
  void of_an_interrupted_sentence_whole_words_are_kept() {
    assertThat(HeardText.of("We are open from eight", 400, 1_000)).isEqualTo("We are");
    assertThat(HeardText.of("We are open", 1_000, 1_000)).isEqualTo("We are open");
    assertThat(HeardText.of("We are open", 0, 1_000)).isEmpty();
    assertThat(HeardText.of("Supercalifragilistic", 500, 1_000)).isEmpty();
  }
}
