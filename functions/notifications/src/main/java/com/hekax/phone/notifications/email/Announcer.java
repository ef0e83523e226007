package com.hekax.phone.notifications.email;

import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.notifications.store.EmailDao;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.queues.Deliveries;
import com.hekax.phone.platform.queues.Outgoing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Makes one event into one delivery for each member who wants to know of it. */
final class Announcer {
  /** Of one event; the members beyond are told by the job, which has the time. */
  private static final int AT_ONCE = 20;

  private final Deliveries deliveries;
  private final InstantSource clock;

  Announcer(Deliveries deliveries, InstantSource clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /**
   * Writes the deliveries down in {@code tx}, which is entered for the event's organization.
   *
   * @return those to attempt once it is committed
   */
  List<Outgoing> announce(Tx tx, DomainEvent event) {
    var organization = event.organization();
    var type = EmailEventType.of(event);
    var now = clock.instant();
    var all =
        tx.dao(EmailDao.class).findSubscribed(organization, type, Emails.TOLD_BY_DEFAULT).stream()
            .map(user -> outgoing(event, type, user, now))
            .toList();
    int atOnce = Math.min(AT_ONCE, all.size());
    all.subList(atOnce, all.size()).forEach(one -> deliveries.openLater(organization, one, now));
    return deliveries.open(organization, all.subList(0, atOnce));
  }

  private static Outgoing outgoing(
      DomainEvent event, EmailEventType type, UserId user, Instant now) {
    return new Outgoing(
        TimeOrderedUuid.next(),
        event.organization(),
        Emails.CONSUMER,
        user.value(),
        event.eventId(),
        type.name(),
        Json.write(event),
        0,
        now);
  }
}
