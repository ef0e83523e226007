package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A call has reached its final state; recorded once per call, in the transaction that ends it.
 *
 * @param direction INBOUND or OUTBOUND
 * @param from E.164; empty when the caller withheld it
 * @param to E.164
 * @param outcome COMPLETED, BUSY, NO_ANSWER, CANCELED or FAILED
 * @param startedAt the earliest moment that the carrier reports of it
 * @param talkSeconds whole seconds from answer to end; zero for a call nobody answered
 */
public record CallEnded(
    UUID eventId,
    OrganizationId organization,
    Instant occurredAt,
    CallId call,
    String direction,
    Optional<String> from,
    Optional<String> to,
    String outcome,
    Instant startedAt,
    int talkSeconds)
    implements DomainEvent {}
