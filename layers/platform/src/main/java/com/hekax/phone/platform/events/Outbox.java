package com.hekax.phone.platform.events;

import com.hekax.phone.contracts.DomainEvent;
import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.telemetry.LogContext;
import java.time.InstantSource;
import java.util.List;

/**
 * Where events begin: a row in the transaction that makes them true, so nothing is saved yet
 * unannounced and nothing announced yet unsaved. Right after the commit they are published; what
 * fails then, the relay publishes within the minute.
 */
public final class Outbox {
  private final Database database;
  private final EventBus bus;
  private final String source;
  private final InstantSource clock;

  /**
   * The outbox of a domain.
   *
   * @param service the domain that speaks; the source on the bus is {@code hekax.<service>}
   */
  public Outbox(Database database, EventBus bus, String service, InstantSource clock) {
    this.database = database;
    this.bus = bus;
    this.source = "hekax." + service;
    this.clock = clock;
  }

  /** Announces an event of the organization that {@code tx} is entered for. */
  public void add(Tx tx, DomainEvent event) {
    var row =
        new OutboxRow(
            event.eventId(),
            event.organization(),
            source,
            event.getClass().getSimpleName(),
            Json.write(event),
            LogContext.current().correlationId(),
            event.occurredAt());
    tx.dao(OutboxDao.class).insert(event.organization(), row);
    tx.afterCommit(() -> publish(event.organization(), row));
  }

  private void publish(OrganizationId organization, OutboxRow row) {
    var published = bus.put(List.of(row));
    if (!published.isEmpty()) {
      database.useTransaction(
          organization,
          tx -> tx.dao(OutboxDao.class).markPublished(organization, published, clock.instant()));
    }
  }

  /** One event as it waits. */
  public record OutboxRow(
      java.util.UUID id,
      OrganizationId organizationId,
      String source,
      String type,
      String detail,
      String correlationId,
      java.time.Instant occurredAt) {}
}
