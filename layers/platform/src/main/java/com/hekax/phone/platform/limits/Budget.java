package com.hekax.phone.platform.limits;

import java.util.UUID;

/**
 * What somebody may spend.
 *
 * @param key tells who, and for which class of routes; it cannot be turned back into that
 */
public record Budget(UUID key, Quota quota) {}
