package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.UUID;

/** Something new is known of a call; carries the state after the change. */
public record CallUpdated(
    UUID eventId, OrganizationId organization, Instant occurredAt, CallDetails call)
    implements DomainEvent {}
