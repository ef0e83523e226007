package com.hekax.phone.runner.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hekax.phone.runner.template.Application.Schedule;
import com.hekax.phone.runner.template.Application.Target;
import com.hekax.phone.runner.template.Place;
import com.hekax.phone.runner.template.TemplateException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SchedulesTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:30Z"); // a Tuesday

  @Test
  void a_rate_counts_from_the_start() {
    var times = times("rate(5 minutes)", "UTC");

    assertThat(times.after(NOON)).hasValue(NOON.plusSeconds(300));
    assertThat(times.after(NOON.plusSeconds(300))).hasValue(NOON.plusSeconds(600));
    assertThat(times.after(NOON.plusSeconds(1000))).hasValue(NOON.plusSeconds(1200));
  }

  @Test
  void a_cron_is_read_in_its_time_zone() {
    assertThat(times("cron(15 3 * * ? *)", "UTC").after(NOON))
        .hasValue(Instant.parse("2026-11-25T03:15:00Z"));
    assertThat(times("cron(15 3 * * ? *)", "America/New_York").after(NOON))
        .hasValue(Instant.parse("2026-11-25T08:15:00Z"));
  }

  @Test
  void a_cron_counts_its_week_days_from_Sunday() {
    assertThat(times("cron(45 3 ? * SUN *)", "UTC").after(NOON))
        .hasValue(Instant.parse("2026-11-29T03:45:00Z"));
    assertThat(times("cron(45 3 ? * 1 *)", "UTC").after(NOON))
        .hasValue(Instant.parse("2026-11-29T03:45:00Z"));
  }

  @Test
  void an_at_comes_once() {
    var times = times("at(2026-11-24T13:00:00)", "UTC");

    assertThat(times.after(NOON)).hasValue(Instant.parse("2026-11-24T13:00:00Z"));
    assertThat(times.after(Instant.parse("2026-11-24T13:00:00Z"))).isEmpty();
  }

  @Test
  void times_that_were_missed_come_once() {
    var due = new Due(times("rate(1 minute)", "UTC"), NOON);
    var later = NOON.plusSeconds(3 * 3600);

    assertThat(due.isDue(NOON.plusSeconds(59))).isFalse();
    assertThat(due.isDue(later)).isTrue();
    assertThat(due.isDue(later)).isFalse();
    assertThat(due.isDue(later.plusSeconds(60))).isTrue();
  }

  @Test
  void what_is_no_schedule_is_told_with_its_place() {
    for (var wrong : new String[] {"every minute", "rate(1 fortnight)", "cron(99 3 * * ? *)"}) {
      assertThatThrownBy(() -> times(wrong, "UTC"))
          .isInstanceOf(TemplateException.class)
          .hasMessageContaining("template.yaml:7 Nightly")
          .hasMessageContaining(wrong);
    }
  }

  private static ScheduleTimes times(String expression, String zone) {
    var target = new Target("arn", Optional.empty(), Optional.empty());
    var place = new Place("template.yaml", "Nightly", 7);
    return ScheduleTimes.of(
        new Schedule("Nightly", place, expression, zone, true, target, 0), NOON);
  }
}
