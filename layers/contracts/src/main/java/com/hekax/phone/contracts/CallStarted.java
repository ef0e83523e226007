package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A call has begun; recorded once per call, in the transaction that saves its first leg.
 *
 * @param direction INBOUND or OUTBOUND
 * @param from E.164; empty when the caller withheld it
 * @param to E.164
 */
public record CallStarted(
    UUID eventId,
    OrganizationId organization,
    Instant occurredAt,
    CallId call,
    String direction,
    Optional<String> from,
    Optional<String> to)
    implements DomainEvent {}
