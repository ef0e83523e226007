package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An organization has another name, time zone or country.
 *
 * @param timeZone IANA name, for example America/Chicago
 * @param country ISO 3166 code of two letters
 * @param formerName the name until now, when it is another
 */
public record OrganizationUpdated(
    UUID eventId,
    OrganizationId organization,
    Instant occurredAt,
    String name,
    String timeZone,
    String country,
    Optional<String> formerName)
    implements DomainEvent {}
