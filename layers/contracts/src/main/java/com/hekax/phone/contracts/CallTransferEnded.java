package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * What became of putting a caller through.
 *
 * @param to whom, as a name
 * @param outcome ANSWERED, NO_ANSWER, BUSY or FAILED
 */
public record CallTransferEnded(
    UUID eventId,
    OrganizationId organization,
    Instant occurredAt,
    CallId call,
    String to,
    String outcome)
    implements DomainEvent {}
