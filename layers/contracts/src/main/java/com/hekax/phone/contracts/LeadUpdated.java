package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.UUID;

/** A lead was changed; carries the state after the change. */
public record LeadUpdated(
    UUID eventId, OrganizationId organization, Instant occurredAt, LeadDetails lead)
    implements DomainEvent {}
