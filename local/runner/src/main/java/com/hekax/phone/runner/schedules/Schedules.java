package com.hekax.phone.runner.schedules;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.hekax.phone.runner.events.EventBuses;
import com.hekax.phone.runner.events.TargetDelivery;
import com.hekax.phone.runner.lambda.InvocationResult;
import com.hekax.phone.runner.template.Application.Schedule;
import com.hekax.phone.runner.template.Naming;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * EventBridge Scheduler. The clock is the caller's, so that a test can let a day pass; how often
 * the schedules look at it is not.
 */
public final class Schedules implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Schedules.class.getName());
  private static final Duration LOOK = Duration.ofMillis(250);

  private final Map<Schedule, Due> schedules = new LinkedHashMap<>();
  private final TargetDelivery delivery;
  private final InstantSource clock;
  private final Thread ticking;

  /** Reads all expressions and begins to tick. */
  public Schedules(List<Schedule> declared, TargetDelivery delivery, InstantSource clock) {
    this.delivery = delivery;
    this.clock = clock;
    var start = clock.instant();
    for (var schedule : declared) {
      schedules.put(schedule, new Due(ScheduleTimes.of(schedule, start), start));
    }
    ticking = Thread.ofVirtual().name("schedules").start(this::tick);
  }

  /**
   * Fires a schedule now and waits for its function.
   *
   * @param name of the schedule, or the logical id or name of the function it calls
   */
  public InvocationResult fire(String name) {
    var found =
        schedules.keySet().stream()
            .filter(schedule -> isCalled(schedule, name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("There is no schedule " + name));
    return delivery.deliverNow(found.target(), event(found));
  }

  @Override
  public void close() {
    ticking.interrupt();
  }

  private static boolean isCalled(Schedule schedule, String name) {
    var function = Naming.functionName(schedule.target().arn());
    return schedule.name().equals(name)
        || schedule.name().endsWith("-" + name)
        || function.equals(name)
        || function.endsWith("-" + name);
  }

  private void tick() {
    try {
      while (true) {
        Thread.sleep(LOOK);
        var now = clock.instant();
        schedules.forEach((schedule, due) -> fireIfDue(schedule, due, now));
      }
    } catch (InterruptedException closing) {
      // The runner stops.
    }
  }

  private void fireIfDue(Schedule schedule, Due due, Instant now) {
    if (!schedule.enabled() || !due.isDue(now)) {
      return;
    }
    try {
      delivery.deliver(schedule.target(), event(schedule));
    } catch (RuntimeException undelivered) {
      LOG.log(
          System.Logger.Level.ERROR, "The schedule " + schedule.name() + " failed", undelivered);
    }
  }

  /** The template's input, or the event that Scheduler sends when there is none. */
  private String event(Schedule schedule) {
    return schedule
        .target()
        .input()
        .orElseGet(
            () -> {
              var detail = JsonNodeFactory.instance.objectNode();
              var time = Instant.ofEpochSecond(clock.instant().getEpochSecond()).toString();
              return EventBuses.envelope("aws.scheduler", "Scheduled Event", detail, time)
                  .toString();
            });
  }
}
