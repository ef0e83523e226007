package com.hekax.phone.accounts;

import com.hekax.phone.contracts.SessionId;
import java.time.Instant;
import java.util.Optional;

/**
 * A device on which a person is signed in.
 *
 * @param address where it last continued the session from; empty when it has not yet
 */
public record OpenSession(
    SessionId id,
    Optional<String> userAgent,
    Optional<String> address,
    Instant createdAt,
    Instant lastUsedAt) {}
