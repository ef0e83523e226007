package com.hekax.phone.runner.schedules;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import com.hekax.phone.runner.template.Application.Schedule;
import com.hekax.phone.runner.template.TemplateException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** When a schedule is due: rate(…), cron(…) and at(…) as EventBridge Scheduler reads them. */
interface ScheduleTimes {
  Pattern EXPRESSION = Pattern.compile("(rate|cron|at)\\((.+)\\)");

  /** The next time strictly after an instant; empty when there is none. */
  Optional<Instant> after(Instant instant);

  /** Reads a schedule's expression, which begins to count at {@code start}. */
  static ScheduleTimes of(Schedule schedule, Instant start) {
    var expression = EXPRESSION.matcher(schedule.expression().strip());
    if (!expression.matches()) {
      throw wrong(schedule, "a schedule is rate(…), cron(…) or at(…)");
    }
    try {
      var zone = ZoneId.of(schedule.timezone());
      var inside = expression.group(2).strip();
      return switch (expression.group(1)) {
        case "rate" -> rate(inside, start);
        case "cron" -> cron(inside, zone);
        default -> at(LocalDateTime.parse(inside).atZone(zone).toInstant());
      };
    } catch (IllegalArgumentException | DateTimeException invalid) {
      throw wrong(schedule, String.valueOf(invalid.getMessage()));
    }
  }

  private static ScheduleTimes rate(String inside, Instant start) {
    var parts = inside.split("\\s+", 2);
    var count = Long.parseLong(parts[0]);
    var unit = parts.length < 2 ? "" : parts[1];
    var period =
        switch (unit) {
          case "minute", "minutes" -> Duration.ofMinutes(count);
          case "hour", "hours" -> Duration.ofHours(count);
          case "day", "days" -> Duration.ofDays(count);
          default -> throw new IllegalArgumentException("rate(" + inside + ") has no unit");
        };
    if (count < 1) {
      throw new IllegalArgumentException("a rate is at least 1");
    }
    return instant -> {
      var passed = Duration.between(start, instant).dividedBy(period);
      return Optional.of(start.plus(period.multipliedBy(Math.max(0, passed) + 1)));
    };
  }

  /** AWS writes what Quartz does, only without seconds in front. */
  private static ScheduleTimes cron(String inside, ZoneId zone) {
    var definition = CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ);
    var times = ExecutionTime.forCron(new CronParser(definition).parse("0 " + inside));
    return instant ->
        times.nextExecution(ZonedDateTime.ofInstant(instant, zone)).map(ZonedDateTime::toInstant);
  }

  private static ScheduleTimes at(Instant once) {
    return instant -> instant.isBefore(once) ? Optional.of(once) : Optional.empty();
  }

  private static TemplateException wrong(Schedule schedule, String message) {
    return new TemplateException(schedule.place() + ": " + schedule.expression() + ": " + message);
  }
}
