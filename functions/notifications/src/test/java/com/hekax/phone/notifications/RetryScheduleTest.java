package com.hekax.phone.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RetryScheduleTest {
  private final RetrySchedule schedule = RetrySchedule.ofWebhooks(new Random(1));

  @Test
  void ten_attempts_take_about_75_hours_and_up_to_a_tenth_more() {
    var total =
        IntStream.rangeClosed(1, 9)
            .mapToObj(attempts -> schedule.next(attempts, Optional.empty()).orElseThrow())
            .reduce(Duration.ZERO, Duration::plus);

    assertThat(total).isBetween(Duration.ofMinutes(4535), Duration.ofMinutes(4990));
    assertThat(schedule.next(10, Optional.empty())).isEmpty();
  }

  @Test
  void two_that_failed_together_do_not_come_back_together() {
    assertThat(schedule.next(4, Optional.empty())).isNotEqualTo(schedule.next(4, Optional.empty()));
  }

  @Test
  void a_longer_wait_that_was_asked_for_is_honoured_and_a_shorter_one_is_not() {
    assertThat(schedule.next(1, Optional.of(Duration.ofHours(3))).orElseThrow())
        .isGreaterThanOrEqualTo(Duration.ofHours(3));
    assertThat(schedule.next(3, Optional.of(Duration.ofSeconds(1))).orElseThrow())
        .isGreaterThanOrEqualTo(Duration.ofMinutes(30));
  }
}
