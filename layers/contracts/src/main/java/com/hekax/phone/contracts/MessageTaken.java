package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A caller left a message with the receptionist.
 *
 * @param messageId of the message, one of several that a call may have
 * @param forWhom whom it is for, in the caller's words
 * @param phone E.164
 */
public record MessageTaken(
    UUID eventId,
    OrganizationId organization,
    Instant occurredAt,
    CallId call,
    UUID messageId,
    String message,
    Optional<String> name,
    Optional<String> phone,
    Optional<String> forWhom)
    implements DomainEvent {}
