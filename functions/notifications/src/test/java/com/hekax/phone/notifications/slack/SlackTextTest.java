package com.hekax.phone.notifications.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SlackTextTest {

  @Test
  void when_it_fits_then_only_three_characters_are_written_differently() {
    assertThat(SlackText.of("a & b < c > d \"é\" 👍\nnext", 100))
        .isEqualTo("a &amp; b &lt; c &gt; d \"é\" 👍\nnext");
  }

  @Test
  void when_it_is_as_long_as_it_may_be_then_nothing_is_cut() {
    assertThat(SlackText.of("abcd", 4)).isEqualTo("abcd");
  }

  @Test
  void when_it_is_too_long_then_it_is_cut_between_characters() {
    assertThat(SlackText.of("abcde", 4)).isEqualTo("abc…");
    assertThat(SlackText.of("ab&cd", 6)).isEqualTo("ab…");
    assertThat(SlackText.of("ab👍cd", 4)).isEqualTo("ab…");
  }
}
