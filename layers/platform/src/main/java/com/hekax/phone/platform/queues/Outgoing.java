package com.hekax.phone.platform.queues;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.telemetry.LogContext;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructor;

/**
 * One event on its way to one target outside: a row of {@code deliveries}.
 *
 * @param consumer which kind of target, for example {@code webhooks}
 * @param target the webhook's, connection's or member's id
 * @param event the event as JSON
 * @param attempts how often it was tried before this time
 * @param correlationId of what caused the event; see {@link LogContext}
 */
public record Outgoing(
    UUID id,
    OrganizationId organizationId,
    String consumer,
    UUID target,
    UUID eventId,
    String eventType,
    String event,
    int attempts,
    Instant createdAt,
    String correlationId) {

  @JdbiConstructor
  public Outgoing {}

  /** One that the running work causes. */
  public Outgoing(
      UUID id,
      OrganizationId organizationId,
      String consumer,
      UUID target,
      UUID eventId,
      String eventType,
      String event,
      int attempts,
      Instant createdAt) {
    this(
        id,
        organizationId,
        consumer,
        target,
        eventId,
        eventType,
        event,
        attempts,
        createdAt,
        LogContext.current().correlationId());
  }
}
