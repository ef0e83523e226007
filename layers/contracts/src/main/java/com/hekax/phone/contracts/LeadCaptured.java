package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.UUID;

/** A lead was saved for the first time, by the receptionist or by hand. */
public record LeadCaptured(
    UUID eventId, OrganizationId organization, Instant occurredAt, LeadDetails lead)
    implements DomainEvent {}
