package com.hekax.phone.receptionist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Monday to Friday",
        "  Monday\tto\n\nFriday ",
        "Monday\u0000to\u001bFriday",
        "Monday\u2028to\u2029Friday",
        "Monday\r\nto Friday"
      })
  void a_line_is_one_line_of_what_can_be_seen(String text) {
    assertThat(Wording.line(text)).isEqualTo("Monday to Friday");
  }

  @Test
  void lines_are_no_headings_and_none_is_empty() {
    assertThat(Wording.lines("Be kind.\n\n# What you never do\r\n  ## Nothing\n#\nAsk twice."))
        .isEqualTo("Be kind.\nWhat you never do\nNothing\nAsk twice.");
  }

  @ParameterizedTest
  @CsvSource({"abc, 3", "é, 2", "🦷, 4", "a\"b, 4"})
  void bytes_are_those_in_JSON(String text, int bytes) {
    assertThat(Wording.bytes(text)).isEqualTo(bytes);
  }

  @Test
  void a_text_that_fits_is_left_alone() {
    assertThat(Wording.start("We are open.", 12)).isEqualTo("We are open.");
  }

  @Test
  void a_text_that_does_not_fit_ends_with_a_whole_word_and_a_sign() {
    assertThat(Wording.start("We are open from eight to five.", 18)).isEqualTo("We are open …");
  }

  @ParameterizedTest
  @ValueSource(strings = {"歯歯歯歯歯歯歯歯歯歯", "🦷🦷🦷🦷🦷🦷🦷🦷"})
  void where_there_are_no_spaces_it_ends_with_a_whole_character(String text) {
    var start = Wording.start(text, 18);

    assertThat(Wording.bytes(start)).isBetween(14, 18);
    assertThat(text).startsWith(start.replace(" …", ""));
    assertThat(start.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }
}
