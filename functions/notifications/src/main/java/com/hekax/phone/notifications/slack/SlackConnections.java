package com.hekax.phone.notifications.slack;

import static com.hekax.phone.platform.telemetry.Field.field;

import com.hekax.phone.contracts.ConnectionLost;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.notifications.slack.Grant.Given;
import com.hekax.phone.notifications.slack.Grant.Place;
import com.hekax.phone.notifications.store.SlackConnectionDao;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.http.Page;
import com.hekax.phone.platform.http.PageRequest;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.queues.Deliveries;
import com.hekax.phone.platform.queues.DeliveryStory;
import com.hekax.phone.platform.queues.Outgoing;
import com.hekax.phone.platform.telemetry.Log;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The channel in Slack that an organization is told in: one, or none. */
public final class SlackConnections {
  /** The name in {@code deliveries} of what goes to Slack. */
  static final String CONSUMER = "slack";

  private static final String PROVIDER = "SLACK";

  private final Database database;
  private final Deliveries deliveries;
  private final Outbox outbox;
  private final TokenSeal seal;
  private final InstantSource clock;

  SlackConnections(
      Database database,
      Deliveries deliveries,
      Outbox outbox,
      TokenSeal seal,
      InstantSource clock) {
    this.database = database;
    this.deliveries = deliveries;
    this.outbox = outbox;
    this.seal = seal;
    this.clock = clock;
  }

  /** The connection, unless there is none or it was ended. */
  public Optional<SlackConnection> find(OrganizationId organization) {
    return database.read(organization, tx -> tx.dao(SlackConnectionDao.class).find(organization));
  }

  /** What was told in Slack and how that went, newest first; it outlives a connection. */
  public Page<DeliveryStory> deliveries(OrganizationId organization, PageRequest asked) {
    return database
        .read(organization, tx -> tx.dao(SlackConnectionDao.class).findId(organization))
        .map(id -> deliveries.page(organization, CONSUMER, id.value(), asked))
        .orElseGet(() -> new Page<>(List.of(), Optional.empty()));
  }

  /** Connects a channel, in place of the one before: what waits goes to the new one. */
  void connect(OrganizationId organization, Given given, Place place) {
    var sealed = seal.seal(organization, given.tokens());
    var now = clock.instant();
    database.useTransaction(
        organization,
        tx ->
            tx.dao(SlackConnectionDao.class)
                .connect(
                    organization,
                    SlackConnectionId.create(),
                    place.teamId(),
                    place.teamName(),
                    place.channelId(),
                    place.channelName(),
                    given.scopes(),
                    sealed,
                    given.accessLife().map(now::plus),
                    now));
  }

  /**
   * Ends the connection and forgets its tokens; what waits for it is not sent. Slack is not told:
   * the token of a bot is one for the whole workspace, and another of our organizations may be told
   * in the same one. Its owner removes the app there.
   */
  public void disconnect(OrganizationId organization) {
    database.useTransaction(
        organization,
        tx -> {
          var dao = tx.dao(SlackConnectionDao.class);
          var id =
              dao.findId(organization)
                  .filter(_ -> dao.disconnect(organization) == 1)
                  .orElseThrow(() -> ProblemType.NOT_FOUND.because("Slack is not connected."));
          deliveries.giveUp(organization, CONSUMER, id.value(), "Slack was disconnected.");
          Log.info("Slack was disconnected", field("connectionId", id));
        });
  }

  /**
   * Slack takes nothing from us any more: told once, until it is connected again.
   *
   * @param found the delivery at which that was found
   * @param version of the tokens that are no good; when others are kept by now, nothing is lost
   */
  void lose(Outgoing found, int version, String reason) {
    var organization = found.organizationId();
    database.useTransaction(
        organization,
        tx -> {
          boolean isLost =
              tx.dao(SlackConnectionDao.class).lose(organization, version, reason) == 1;
          // Before all others are given up: it was tried, and the log tells what came of that.
          deliveries.failed(found, Optional.empty(), reason);
          if (isLost) {
            deliveries.giveUp(
                organization, CONSUMER, found.target(), "Slack has to be connected again.");
            outbox.add(
                tx,
                new ConnectionLost(
                    TimeOrderedUuid.next(), organization, clock.instant(), PROVIDER, reason));
            Log.warn("A Slack connection was lost", field("connectionId", found.target()));
          }
        });
  }
}
