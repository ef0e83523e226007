package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody has the caller now: the receptionist, or a person who was rung. Recorded each time that
 * the caller is taken.
 *
 * @param by ASSISTANT or PERSON
 * @param person who, as a name, when it is a person
 */
public record CallAnswered(
    UUID eventId,
    OrganizationId organization,
    Instant occurredAt,
    CallId call,
    String by,
    Optional<String> person)
    implements DomainEvent {}
