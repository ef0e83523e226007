package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A caller whom nobody took has left a recorded message; told once for each recording.
 *
 * @param voicemailId of the recording, one of several that a call may have
 * @param from E.164; empty when the caller withheld it
 * @param seconds whole seconds of it
 */
public record VoicemailLeft(
    UUID eventId,
    OrganizationId organization,
    Instant occurredAt,
    CallId call,
    UUID voicemailId,
    Optional<String> from,
    int seconds)
    implements DomainEvent {}
