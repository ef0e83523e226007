package com.hekax.phone.accounts.team;

import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.tenancy.Role;
import java.time.Instant;
import java.util.Optional;

/**
 * A person of an organization.
 *
 * @param twoStep whether they sign in with two steps
 * @param lastSeenAt when a session of theirs here was last continued; empty for somebody who has
 *     never signed in here
 */
public record TeamMember(
    UserId userId,
    String name,
    String email,
    Role role,
    boolean twoStep,
    Instant joinedAt,
    Optional<Instant> lastSeenAt) {}
