package com.hekax.phone.notifications.webhooks;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.notifications.Parcel;
import com.hekax.phone.notifications.store.WebhookDao;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.queues.Deliveries;
import com.hekax.phone.platform.queues.Outgoing;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which claimed deliveries go out now. What waits for a receiver that is to be left alone is
 * postponed, all of it, so that it is not claimed in vain again; what waits for none is given up.
 */
final class Gate {
  /** Makes a delivery ready to be sent. */
  interface Packing {
    Parcel<Attempt> pack(Outgoing outgoing, Receiver receiver);
  }

  private final Database database;
  private final Deliveries deliveries;
  private final InstantSource clock;

  Gate(Database database, Deliveries deliveries, InstantSource clock) {
    this.database = database;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** The parcels of what goes out, each made of a delivery and its receiver. */
  List<Parcel<Attempt>> pass(List<Outgoing> claimed, Packing packing) {
    return claimed.stream().collect(Collectors.groupingBy(Outgoing::target)).values().stream()
        .flatMap(ofOne -> passToOne(ofOne, packing).stream())
        .toList();
  }

  private List<Parcel<Attempt>> passToOne(List<Outgoing> claimed, Packing packing) {
    var organization = claimed.getFirst().organizationId();
    var webhook = new WebhookId(claimed.getFirst().target());
    return database.inTransaction(
        organization,
        tx ->
            tx.dao(WebhookDao.class)
                .lockActive(organization, webhook)
                .map(receiver -> passTo(organization, receiver, claimed, packing))
                .orElseGet(
                    () -> {
                      giveUp(organization, webhook);
                      return List.of();
                    }));
  }

  private List<Parcel<Attempt>> passTo(
      OrganizationId organization, Receiver receiver, List<Outgoing> claimed, Packing packing) {
    if (receiver.isPaused(clock.instant())) {
      deliveries.postpone(
          organization,
          Webhooks.CONSUMER,
          receiver.id().value(),
          receiver.pausedUntil().orElseThrow());
      return List.of();
    }
    return claimed.stream().map(one -> packing.pack(one, receiver)).toList();
  }

  private void giveUp(OrganizationId organization, WebhookId webhook) {
    deliveries.giveUp(
        organization,
        Webhooks.CONSUMER,
        webhook.value(),
        "The webhook was removed or disabled before this was sent.");
  }
}
