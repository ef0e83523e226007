package com.hekax.phone.notifications.webhooks;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.notifications.RetrySchedule;
import com.hekax.phone.notifications.store.WebhookDao;
import com.hekax.phone.notifications.webhooks.Attempt.Accepted;
import com.hekax.phone.notifications.webhooks.Attempt.NotMade;
import com.hekax.phone.notifications.webhooks.Attempt.Refused;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.queues.Deliveries;
import com.hekax.phone.platform.queues.Outgoing;
import com.hekax.phone.platform.telemetry.Log;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What follows from an attempt, for the delivery and for the webhook: both in one transaction, the
 * webhook first, so that no two such transactions wait for each other.
 */
final class Outcomes {
  /** An answer that takes longer makes the next events wait for the job, where others do not. */
  private static final Duration QUICK = Duration.ofSeconds(5);

  private static final Duration PAUSE_OF_SLOW = Duration.ofMinutes(1);

  private final Database database;
  private final Deliveries deliveries;
  private final RetrySchedule schedule;
  private final InstantSource clock;

  Outcomes(Database database, Deliveries deliveries, RetrySchedule schedule, InstantSource clock) {
    this.database = database;
    this.deliveries = deliveries;
    this.schedule = schedule;
    this.clock = clock;
  }

  void note(Outgoing outgoing, Attempt attempt) {
    database.useTransaction(
        outgoing.organizationId(),
        tx -> {
          var dao = tx.dao(WebhookDao.class);
          switch (attempt) {
            case Accepted accepted -> accepted(dao, outgoing, accepted);
            case Refused refused -> refused(dao, outgoing, refused);
            case NotMade _ ->
                tryLater(
                    outgoing,
                    new Refused(
                        Optional.empty(),
                        Optional.empty(),
                        "The message could not be sent for a reason on our side."));
          }
        });
  }

  private void accepted(WebhookDao dao, Outgoing outgoing, Accepted accepted) {
    var webhook = new WebhookId(outgoing.target());
    dao.recover(outgoing.organizationId(), webhook);
    if (accepted.took().compareTo(QUICK) > 0) {
      dao.pause(outgoing.organizationId(), webhook, clock.instant().plus(PAUSE_OF_SLOW));
    }
    deliveries.delivered(outgoing, accepted.status());
  }

  private void refused(WebhookDao dao, Outgoing outgoing, Refused refused) {
    var now = clock.instant();
    var receiver = dao.lockActive(outgoing.organizationId(), new WebhookId(outgoing.target()));
    if (receiver.isEmpty()) {
      deliveries.failed(outgoing, refused.status(), refused.error());
    } else if (refused.isGone()) {
      deliveries.failed(outgoing, refused.status(), refused.error());
      disable(dao, outgoing.organizationId(), receiver.get(), "Its receiver answered 410 Gone.");
    } else if (receiver.get().hasOnlyFailedTooLong(now)) {
      deliveries.failed(outgoing, refused.status(), refused.error());
      disable(
          dao,
          outgoing.organizationId(),
          receiver.get(),
          "Its receiver only failed for five days.");
    } else {
      leaveAlone(dao, outgoing.organizationId(), receiver.get(), refused, now);
      tryLater(outgoing, refused);
    }
  }

  private static void leaveAlone(
      WebhookDao dao,
      OrganizationId organization,
      Receiver receiver,
      Refused refused,
      Instant now) {
    dao.markFailing(organization, receiver.id(), receiver.failingSince(now));
    var pause = refused.retryAfter().orElseGet(() -> receiver.pause(now));
    dao.pause(organization, receiver.id(), now.plus(pause));
  }

  private void tryLater(Outgoing outgoing, Refused refused) {
    schedule
        .next(outgoing.attempts() + 1, refused.retryAfter())
        .ifPresentOrElse(
            wait -> deliveries.retry(outgoing, wait, refused.status(), refused.error()),
            () -> deliveries.failed(outgoing, refused.status(), refused.error()));
  }

  private void disable(
      WebhookDao dao, OrganizationId organization, Receiver receiver, String because) {
    dao.disable(organization, receiver.id(), because);
    deliveries.giveUp(
        organization,
        Webhooks.CONSUMER,
        receiver.id().value(),
        "The webhook was disabled before this was sent.");
    Log.warn(
        "A webhook was disabled", field("webhookId", receiver.id()), field("because", because));
  }
}
