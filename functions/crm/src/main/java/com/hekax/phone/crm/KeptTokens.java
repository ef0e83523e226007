package com.hekax.phone.crm;

import java.time.Instant;

/**
 * The tokens of a connection as they stand in its row.
 *
 * @param sealed hexadecimal; see {@link TokenSeal}
 * @param version grows with each new pair
 */
public record KeptTokens(
    ConnectionStatus status, String sealed, Instant accessExpiresAt, int version) {}
