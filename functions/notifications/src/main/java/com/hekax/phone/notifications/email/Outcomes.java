package com.hekax.phone.notifications.email;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.notifications.RetrySchedule;
import com.hekax.phone.notifications.email.Attempt.Accepted;
import com.hekax.phone.notifications.email.Attempt.Failed;
import com.hekax.phone.notifications.email.Attempt.HeldBack;
import com.hekax.phone.notifications.email.Attempt.NotMade;
import com.hekax.phone.notifications.email.Attempt.Refused;
import com.hekax.phone.platform.queues.Deliveries;
import com.hekax.phone.platform.queues.Outgoing;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.Metrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What follows from an attempt. What the service could not do is tried by the schedule and then
 * given up. What it would not even look at, and what fails for a reason of ours, is no e-mail's
 * fault: it waits until that is mended, as long as the {@link Deadline} allows.
 */
final class Outcomes {
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final Deliveries deliveries;
  private final RetrySchedule schedule;
  private final InstantSource clock;

  Outcomes(Deliveries deliveries, RetrySchedule schedule, InstantSource clock) {
    this.deliveries = deliveries;
    this.schedule = schedule;
    this.clock = clock;
  }

  void note(Outgoing outgoing, Attempt attempt) {
    switch (attempt) {
      case Accepted(var status) -> deliveries.delivered(outgoing, status);
      case Refused(var status, var error) ->
          deliveries.failed(outgoing, Optional.of(status), error);
      case Failed failed -> tryLater(outgoing, failed);
      case HeldBack held -> holdBack(outgoing, held);
      case NotMade _ ->
          hold(
              outgoing,
              Optional.empty(),
              Optional.empty(),
              "The e-mail could not be sent for a reason on our side.");
    }
  }

  private void tryLater(Outgoing outgoing, Failed failed) {
    schedule
        .next(outgoing.attempts() + 1, failed.retryAfter())
        .ifPresentOrElse(
            wait -> retry(outgoing, wait, failed.status(), failed.error()),
            () -> deliveries.failed(outgoing, failed.status(), failed.error()));
  }

  private void holdBack(Outgoing outgoing, HeldBack held) {
    if (held.needsUs()) {
      Log.error(
          "The e-mail service does not take our e-mail: look at our account there",
          field("status", held.status()),
          field("reason", held.error()));
      Metrics.ofService().count("EmailsHeldBack", 1).write();
    }
    hold(outgoing, Optional.of(held.status()), held.retryAfter(), held.error());
  }

  private void hold(
      Outgoing outgoing, Optional<Integer> status, Optional<Duration> asked, String error) {
    var wait = schedule.next(outgoing.attempts() + 1, asked).orElse(LONGEST_WAIT);
    var soon = wait.compareTo(LONGEST_WAIT) > 0 ? asked.orElse(LONGEST_WAIT) : wait;
    retry(outgoing, soon, status, error);
  }

  private void retry(Outgoing outgoing, Duration wait, Optional<Integer> status, String error) {
    if (Deadline.hasPassed(outgoing, clock.instant().plus(wait))) {
      deliveries.failed(outgoing, status, error);
    } else {
      deliveries.retry(outgoing, wait, status, error);
    }
  }
}
