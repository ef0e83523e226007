package com.hekax.phone.contracts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A CRM refuses to take something of ours, and will again: only people can mend it.
 *
 * @param provider for example HUBSPOT
 * @param reason shown to the organization
 */
public record CrmSyncFailed(
    UUID eventId,
    OrganizationId organization,
    Instant occurredAt,
    String provider,
    String reason,
    Optional<LeadId> lead,
    Optional<CallId> call)
    implements DomainEvent {}
