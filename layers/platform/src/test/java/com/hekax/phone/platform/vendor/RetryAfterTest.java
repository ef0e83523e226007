package com.hekax.phone.platform.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-12-01T10:15:30Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0                             | PT0S
          ' 120 '                       | PT2M
          86400                         | PT24H
          86401                         | PT24H
          99999999999999999999          | PT24H
          Tue, 1 Dec 2026 10:16:00 GMT  | PT30S
          Tue, 01 Dec 2026 10:16:00 GMT | PT30S
          Tue, 01 Dec 2026 10:00:00 GMT | PT0S
          Tue, 01 Dec 2099 10:00:00 GMT | PT24H
          ''                            | PT30S
          -5                            | PT30S
          1.5                           | PT30S
          soon                          | PT30S
          """)
  void given_a_header_when_it_is_read_then_the_pause_is_sensible(String header, Duration pause) {
    assertThat(RetryAfter.of(Optional.of(header), NOW)).isEqualTo(pause);
  }

  @Test
  void given_no_header_when_it_is_read_then_the_pause_is_half_a_minute() {
    assertThat(RetryAfter.of(Optional.empty(), NOW)).isEqualTo(Duration.ofSeconds(30));
  }
}
