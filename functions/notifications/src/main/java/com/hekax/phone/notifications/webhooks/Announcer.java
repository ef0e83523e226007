package com.hekax.phone.notifications.webhooks;

import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.notifications.store.WebhookDao;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.queues.Deliveries;
import com.hekax.phone.platform.queues.Outgoing;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Makes one event into one delivery for each webhook that wants to know of it. */
final class Announcer {
  private final Deliveries deliveries;
  private final InstantSource clock;

  Announcer(Deliveries deliveries, InstantSource clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /**
   * Writes the deliveries down in {@code tx}, which is entered for the event's organization.
   *
   * @return those to attempt once it is committed; the others' receivers are to be left alone now
   */
  List<Outgoing> announce(Tx tx, DomainEvent event) {
    var organization = event.organization();
    var type = WebhookEventType.of(event);
    var now = clock.instant();
    var ready = new ArrayList<Outgoing>();
    for (var receiver : tx.dao(WebhookDao.class).findSubscribed(organization, type)) {
      var outgoing =
          new Outgoing(
              TimeOrderedUuid.next(),
              organization,
              Webhooks.CONSUMER,
              receiver.id().value(),
              event.eventId(),
              type.name(),
              Json.write(event),
              0,
              now);
      if (receiver.isPaused(now)) {
        deliveries.openLater(organization, outgoing, receiver.pausedUntil().orElseThrow());
      } else {
        ready.add(outgoing);
      }
    }
    return deliveries.open(organization, ready);
  }
}
