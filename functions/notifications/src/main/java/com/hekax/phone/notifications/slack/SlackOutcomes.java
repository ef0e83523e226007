package com.hekax.phone.notifications.slack;

import com.hekax.phone.notifications.RetrySchedule;
import com.hekax.phone.notifications.slack.SlackAttempt.Later;
import com.hekax.phone.notifications.slack.SlackAttempt.Lost;
import com.hekax.phone.notifications.slack.SlackAttempt.NotMade;
import com.hekax.phone.notifications.slack.SlackAttempt.Refused;
import com.hekax.phone.notifications.slack.SlackAttempt.Written;
import com.hekax.phone.notifications.store.SlackConnectionDao;
import com.hekax.phone.notifications.store.SlackDoubtDao;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.queues.Deliveries;
import com.hekax.phone.platform.queues.Outgoing;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What follows from an attempt, for the delivery and for the connection: both in one transaction,
 * the connection first, so that no two such transactions wait for each other.
 */
final class SlackOutcomes {
  private static final String OUR_SIDE = "The message could not be sent for a reason on our side.";

  private final Database database;
  private final Deliveries deliveries;
  private final SlackConnections connections;
  private final RetrySchedule schedule;
  private final InstantSource clock;

  SlackOutcomes(
      Database database,
      Deliveries deliveries,
      SlackConnections connections,
      RetrySchedule schedule,
      InstantSource clock) {
    this.database = database;
    this.deliveries = deliveries;
    this.connections = connections;
    this.schedule = schedule;
    this.clock = clock;
  }

  void note(Outgoing outgoing, SlackAttempt attempt) {
    var organization = outgoing.organizationId();
    database.useTransaction(
        organization,
        tx -> {
          var doubts = tx.dao(SlackDoubtDao.class);
          switch (attempt) {
            case Written _ -> {
              tx.dao(SlackConnectionDao.class).worked(organization, clock.instant());
              doubts.forget(organization, outgoing.id());
              deliveries.delivered(outgoing, 200);
            }
            case Refused(var error) -> {
              doubts.forget(organization, outgoing.id());
              deliveries.failed(outgoing, Optional.empty(), error);
            }
            case Lost(var reason, var version) -> {
              connections.lose(outgoing, version, reason);
              doubts.forget(organization, outgoing.id());
            }
            case Later(var status, var after, var error, var doubt) -> {
              doubt.ifPresentOrElse(
                  kept -> doubts.keep(organization, outgoing.id(), kept),
                  () -> doubts.forget(organization, outgoing.id()));
              tryLater(outgoing, status, after, error);
            }
            // The doubt stays that was kept before it was begun.
            case NotMade _ -> tryLater(outgoing, Optional.empty(), Optional.empty(), OUR_SIDE);
          }
        });
  }

  private void tryLater(
      Outgoing outgoing, Optional<Integer> status, Optional<Duration> after, String error) {
    schedule
        .next(outgoing.attempts() + 1, after)
        .ifPresentOrElse(
            wait -> deliveries.retry(outgoing, wait, status, error),
            () -> deliveries.failed(outgoing, status, error));
  }
}
