package com.hekax.phone.accounts.team;

import com.hekax.phone.platform.tenancy.Role;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who was asked to join and has not yet.
 *
 * @param inviterName empty when they have left since
 * @param expiresAt until when its link is good
 */
public record Invitation(
    InvitationId id,
    String email,
    Role role,
    Optional<String> inviterName,
    Instant createdAt,
    Instant expiresAt) {}
