package com.hekax.phone.notifications.slack;

import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.notifications.Channel;
import com.hekax.phone.notifications.Parcel;
import com.hekax.phone.notifications.store.SlackConnectionDao;
import com.hekax.phone.notifications.store.SlackDoubtDao;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.queues.Deliveries;
import com.hekax.phone.platform.queues.Outgoing;
import com.hekax.phone.platform.vendor.VendorHttp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Slack as a way to tell somebody. */
final class SlackChannel implements Channel<SlackAttempt> {
  private final Database database;
  private final Deliveries deliveries;
  private final TokenKeeper keeper;
  private final VendorHttp http;
  private final MessageWriter writer;
  private final SlackSender sender;
  private final SlackOutcomes outcomes;
  private final InstantSource clock;

  SlackChannel(
      Database database,
      Deliveries deliveries,
      TokenKeeper keeper,
      VendorHttp http,
      MessageWriter writer,
      SlackSender sender,
      SlackOutcomes outcomes,
      InstantSource clock) {
    this.database = database;
    this.deliveries = deliveries;
    this.keeper = keeper;
    this.http = http;
    this.writer = writer;
    this.sender = sender;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  @Override
  public String consumer() {
    return SlackConnections.CONSUMER;
  }

  /** While it has to be connected again nothing is written down: what is old tells nobody. */
  @Override
  public List<Outgoing> announce(Tx tx, DomainEvent event) {
    var organization = event.organization();
    return tx.dao(SlackConnectionDao.class)
        .find(organization)
        .filter(connection -> connection.status() == SlackStatus.ACTIVE)
        .map(connection -> deliveries.open(organization, List.of(outgoing(connection, event))))
        .orElse(List.of());
  }

  private Outgoing outgoing(SlackConnection connection, DomainEvent event) {
    return new Outgoing(
        TimeOrderedUuid.next(),
        event.organization(),
        SlackConnections.CONSUMER,
        connection.id().value(),
        event.eventId(),
        SlackEventType.of(event).name(),
        Json.write(event),
        0,
        clock.instant());
  }

  @Override
  public List<Parcel<SlackAttempt>> pass(List<Outgoing> claimed) {
    return claimed.stream()
        .collect(Collectors.groupingBy(Outgoing::organizationId))
        .values()
        .stream()
        .flatMap(ofOne -> passOfOne(ofOne).stream())
        .toList();
  }

  private List<Parcel<SlackAttempt>> passOfOne(List<Outgoing> claimed) {
    var organization = claimed.getFirst().organizationId();
    return database.inTransaction(
        organization,
        tx ->
            tx.dao(SlackConnectionDao.class)
                .findTarget(organization)
                .map(target -> pack(tx, organization, target, claimed))
                .orElseGet(
                    () -> {
                      deliveries.giveUp(
                          organization,
                          SlackConnections.CONSUMER,
                          claimed.getFirst().target(),
                          "Slack is not connected.");
                      return List.of();
                    }));
  }

  /** That Slack is asked is committed before it is: after a crash there is a doubt. */
  private List<Parcel<SlackAttempt>> pack(
      Tx tx, OrganizationId organization, SlackTarget target, List<Outgoing> claimed) {
    var client = new SlackClient(http, keeper.of(organization, target.tokens()));
    var line = new Line(clock);
    var now = clock.instant();
    var dao = tx.dao(SlackDoubtDao.class);
    return claimed.stream()
        .<Parcel<SlackAttempt>>map(
            outgoing -> {
              var doubt = dao.find(organization, outgoing.id());
              dao.keep(
                  organization, outgoing.id(), new Doubt(doubt.map(Doubt::since).orElse(now), now));
              return new ToChannel(outgoing, line, doubt, target, client, writer, sender);
            })
        .toList();
  }

  private record ToChannel(
      Outgoing outgoing,
      Line line,
      Optional<Doubt> doubt,
      SlackTarget target,
      SlackClient client,
      MessageWriter writer,
      SlackSender sender)
      implements Parcel<SlackAttempt> {

    @Override
    public SlackAttempt send() {
      var message = writer.write(outgoing, target.country());
      return line.take(
          doubt, () -> sender.send(client, target.channelId(), message, outgoing.id(), doubt));
    }
  }

  @Override
  public SlackAttempt notMade() {
    return new SlackAttempt.NotMade();
  }

  @Override
  public void note(Outgoing outgoing, SlackAttempt attempt) {
    outcomes.note(outgoing, attempt);
  }
}
