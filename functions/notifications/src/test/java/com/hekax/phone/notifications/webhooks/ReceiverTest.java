package com.hekax.phone.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceiverTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private static Receiver receiver(Duration failingFor, Duration pauseEndedBefore) {
    return new Receiver(
        WebhookId.create(),
        "https://example.com",
        "00",
        Optional.of(NOW.minus(failingFor)),
        Optional.of(NOW.minus(pauseEndedBefore)));
  }

  @Test
  void is_left_alone_the_longer_the_longer_it_fails_but_never_more_than_an_hour() {
    var second = Duration.ofSeconds(1);

    assertThat(receiver(Duration.ofMinutes(1), second).pause(NOW)).hasSeconds(30);
    assertThat(receiver(Duration.ofMinutes(50), second).pause(NOW)).hasMinutes(5);
    assertThat(receiver(Duration.ofDays(2), second).pause(NOW)).hasHours(1);
  }

  @Test
  void has_failed_too_long_after_five_days_and_not_before() {
    var hour = Duration.ofHours(1);

    assertThat(receiver(Duration.ofDays(5), hour).hasOnlyFailedTooLong(NOW)).isTrue();
    assertThat(receiver(Duration.ofHours(119), hour).hasOnlyFailedTooLong(NOW)).isFalse();
  }

  @Test
  void failures_before_a_quiet_time_do_not_count() {
    var old = receiver(Duration.ofDays(30), Duration.ofDays(25));

    assertThat(old.hasOnlyFailedTooLong(NOW)).isFalse();
    assertThat(old.failingSince(NOW)).isEqualTo(NOW);
  }
}
