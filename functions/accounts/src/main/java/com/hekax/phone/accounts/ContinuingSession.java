package com.hekax.phone.accounts;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.SessionId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.tenancy.Member;
import com.hekax.phone.platform.tenancy.Role;
import java.time.Instant;
import java.util.Optional;

/** A refresh token with its session and the membership behind it. */
public record ContinuingSession(
    OrganizationId organizationId,
    UserId userId,
    Role role,
    SessionId sessionId,
    Instant expiresAt,
    Optional<Instant> replacedAt,
    Optional<Instant> endedAt) {

  Member principal() {
    return new Member(organizationId, userId, role, sessionId);
  }

  boolean isOver(Instant now) {
    return endedAt.isPresent() || !expiresAt.isAfter(now);
  }
}
