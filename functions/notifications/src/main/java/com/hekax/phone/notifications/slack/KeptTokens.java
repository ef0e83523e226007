package com.hekax.phone.notifications.slack;

import java.time.Instant;
import java.util.Optional;

/**
 * The tokens of a connection as they stand in its row.
 *
 * @param sealed hexadecimal; see {@link TokenSeal}
 * @param accessExpiresAt empty for tokens that do not end: those of an app without token rotation
 * @param version grows with each new pair
 */
public record KeptTokens(String sealed, Optional<Instant> accessExpiresAt, int version) {}
