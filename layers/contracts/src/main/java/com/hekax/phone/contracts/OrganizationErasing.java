package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * An organization is about to be erased, and nothing undoes it any more. Whoever has something of
 * it outside the database gives that back now, while the rows that name it are there: they go once
 * all have handled the event. It is announced again as long as somebody has not.
 */
public record OrganizationErasing(UUID eventId, OrganizationId organization, Instant occurredAt)
    implements DomainEvent {}
