package com.hekax.phone.accounts.closing;

import java.time.Instant;

/**
 * What the owner who asked is told of an erasure that is done.
 *
 * @param people who belonged to no other organization
 */
public record Receipt(
    Instant requestedAt,
    Instant erasedAt,
    int numbers,
    int recordings,
    int calls,
    int leads,
    int people) {}
