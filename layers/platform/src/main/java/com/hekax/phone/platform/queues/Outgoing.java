package com.hekax.phone.platform.queues;

import com.hekax.phone.contracts.OrganizationId;
import java.time.Instant;
import java.util.UUID;

/**
 * One event on its way to one target outside: a row of {@code deliveries}.
 *
 * @param consumer which kind of target, for example {@code webhooks}
 * @param target the webhook's, connection's or member's id
 * @param event the event as JSON
 * @param attempts how often it was tried before this time
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
    Instant createdAt) {}
