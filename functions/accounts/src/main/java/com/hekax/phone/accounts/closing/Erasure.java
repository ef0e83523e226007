package com.hekax.phone.accounts.closing;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An erasure as it goes on, and its receipt when it is done.
 *
 * @param eventId the newest announcement of it
 * @param announcedAt when that was
 * @param givenBackAt when nothing was left outside the database; empty until then
 */
public record Erasure(
    OrganizationId organizationId,
    UserId requestedBy,
    Instant requestedAt,
    Instant begunAt,
    UUID eventId,
    Instant announcedAt,
    Optional<Instant> givenBackAt) {}
