package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A business has signed up.
 *
 * @param timeZone IANA name, for example America/Chicago
 * @param country ISO 3166 code of two letters
 */
public record OrganizationCreated(
    UUID eventId,
    OrganizationId organization,
    Instant occurredAt,
    String name,
    String timeZone,
    String country)
    implements DomainEvent {}
