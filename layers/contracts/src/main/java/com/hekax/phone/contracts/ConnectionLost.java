package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody else's system does not accept our access any more; only the organization can grant it
 * again. Told once for each time that it was granted.
 *
 * @param provider for example HUBSPOT
 * @param reason shown to the organization
 */
public record ConnectionLost(
    UUID eventId, OrganizationId organization, Instant occurredAt, String provider, String reason)
    implements DomainEvent {}
