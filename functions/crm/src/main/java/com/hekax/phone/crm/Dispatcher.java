package com.hekax.phone.crm;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.queues.Deliveries;
import com.hekax.phone.platform.queues.Outgoing;
import com.hekax.phone.platform.telemetry.Log;
import com.hekax.phone.platform.telemetry.LogContext;
import com.hekax.phone.platform.vendor.SyncOutcome;
import com.hekax.phone.platform.vendor.SyncOutcome.ReconnectNeeded;
import com.hekax.phone.platform.vendor.SyncOutcome.Rejected;
import com.hekax.phone.platform.vendor.SyncOutcome.Saved;
import com.hekax.phone.platform.vendor.SyncOutcome.TryLater;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Makes one attempt of what is claimed and writes down what follows from it. What cannot be written
 * down is due again when its claim ends.
 */
public final class Dispatcher {
  /** Who asks for this long is a portal with too much to do or none at all: the others wait too. */
  private static final Duration NOT_THE_LEAD_ALONE = Duration.ofSeconds(10);

  private final LeadSync sync;
  private final Connections connections;
  private final SyncNotes notes;
  private final Deliveries deliveries;
  private final RetrySchedule schedule;
  private final InstantSource clock;

  Dispatcher(
      LeadSync sync,
      Connections connections,
      SyncNotes notes,
      Deliveries deliveries,
      RetrySchedule schedule,
      InstantSource clock) {
    this.sync = sync;
    this.connections = connections;
    this.notes = notes;
    this.deliveries = deliveries;
    this.schedule = schedule;
    this.clock = clock;
  }

  /** Tries it, and settles it. */
  public void attempt(Outgoing outgoing) {
    LogContext.current()
        .on(outgoing.organizationId())
        .correlatedBy(outgoing.correlationId())
        .run(
            () -> {
              try {
                attemptNow(outgoing);
              } catch (RuntimeException e) {
                Log.error(
                    "How a lead got on in the CRM could not be noted",
                    e,
                    field("deliveryId", outgoing.id()));
              }
            });
  }

  private void attemptNow(Outgoing outgoing) {
    var organization = outgoing.organizationId();
    var connection = connections.findActive(organization, new CrmConnectionId(outgoing.target()));
    if (connection.isEmpty()) {
      deliveries.failed(outgoing, Optional.empty(), "The CRM is not connected.");
      return;
    }
    var task = SyncTask.of(outgoing);
    var target = sync.target(organization, connection.get());
    long start = System.nanoTime();
    var outcome = outcome(target, task, outgoing);
    Log.info(
        "A lead was brought to the CRM",
        field("leadId", task.lead()),
        field("attempt", outgoing.attempts() + 1),
        field("outcome", outcome.getClass().getSimpleName()),
        field("millis", (System.nanoTime() - start) / 1_000_000));
    settle(outgoing, target, task, outcome);
  }

  private SyncOutcome outcome(SyncTarget target, SyncTask task, Outgoing outgoing) {
    try {
      return sync.save(target, task.lead());
    } catch (RuntimeException e) {
      Log.error(
          "A lead could not be brought to the CRM for a reason on our side",
          e,
          field("deliveryId", outgoing.id()));
      return new TryLater(Duration.ZERO, "It could not be sent for a reason on our side.");
    }
  }

  private void settle(Outgoing outgoing, SyncTarget target, SyncTask task, SyncOutcome outcome) {
    switch (outcome) {
      case Saved _ -> {
        deliveries.delivered(outgoing, 200);
        connections.worked(target.organization(), target.connection().id());
      }
      case Rejected(var reason) -> deliveries.failed(outgoing, Optional.empty(), reason);
      case ReconnectNeeded(var reason) -> {
        deliveries.failed(outgoing, Optional.empty(), reason);
        connections.lose(target.organization(), target.connection(), reason);
      }
      case TryLater later -> tryLater(outgoing, target, task, later);
    }
  }

  private void tryLater(Outgoing outgoing, SyncTarget target, SyncTask task, TryLater later) {
    var after = later.after();
    OrganizationId organization = target.organization();
    if (after.compareTo(NOT_THE_LEAD_ALONE) >= 0) {
      deliveries.postpone(
          organization, Intake.CONSUMER, outgoing.target(), clock.instant().plus(after));
    }
    schedule
        .next(outgoing.createdAt(), clock.instant(), outgoing.attempts(), after)
        .ifPresentOrElse(
            wait -> deliveries.retry(outgoing, wait, Optional.empty(), later.reason()),
            () -> {
              var reason =
                  target.connection().provider().title() + " could not be reached for two days.";
              deliveries.failed(outgoing, Optional.empty(), reason);
              notes.givenUp(target, sync.lead(organization, task.lead()), reason);
            });
  }
}
