package com.hekax.phone.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExcerptTest {

  @Test
  void shows_neither_people_nor_secrets() {
    var excerpt = Excerpt.of("No lead for maria@example.com, +1 415 555 0132 (whsec_MfKQ9r8G+/=)");

    assertThat(excerpt).isEqualTo("No lead for (e-mail), (phone) ((secret))");
  }

  @Test
  void is_one_line_without_what_a_database_does_not_take() {
    assertThat(Excerpt.of("<h1>\n\tOops\u0000\u001b[0m</h1>\r\n")).isEqualTo("<h1> Oops [0m</h1>");
  }

  @Test
  void ends_after_a_thousand_characters() {
    assertThat(Excerpt.of("x".repeat(4_000))).hasSize(1_000);
  }
}
