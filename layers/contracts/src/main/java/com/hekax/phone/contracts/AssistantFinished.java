package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * The receptionist has left a call, which may go on with a person.
 *
 * @param reason CALLER_HUNG_UP, ASSISTANT_ENDED, TRANSFERRED, SILENCE, TIME_LIMIT, MODEL_FAILED,
 *     STREAM_LOST or DRAINED
 * @param seconds whole seconds that it was in the call
 */
public record AssistantFinished(
    UUID eventId,
    OrganizationId organization,
    Instant occurredAt,
    CallId call,
    String reason,
    int seconds)
    implements DomainEvent {}
