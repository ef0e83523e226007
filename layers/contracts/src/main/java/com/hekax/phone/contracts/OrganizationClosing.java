package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * Its owners have closed an organization: its numbers are out of service and nothing more is
 * charged. It may still be reopened.
 *
 * @param erasesAt until when; from then on it is erased
 */
public record OrganizationClosing(
    UUID eventId, OrganizationId organization, Instant occurredAt, Instant erasesAt)
    implements DomainEvent {}
