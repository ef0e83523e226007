package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * The receptionist is putting a caller through to a person, who is being rung.
 *
 * @param to whom, as a name
 */
public record CallTransferStarted(
    UUID eventId, OrganizationId organization, Instant occurredAt, CallId call, String to)
    implements DomainEvent {}
