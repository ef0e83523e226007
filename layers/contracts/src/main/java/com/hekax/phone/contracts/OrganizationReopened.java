package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.UUID;

/** An organization that was closing goes on as before. */
public record OrganizationReopened(UUID eventId, OrganizationId organization, Instant occurredAt)
    implements DomainEvent {}
