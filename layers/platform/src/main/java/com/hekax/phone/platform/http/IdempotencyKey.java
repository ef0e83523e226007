package com.hekax.phone.platform.http;

import java.util.UUID;

/**
 * Whose key, for which route: keys of two people or two routes have nothing to do with each other.
 */
public record IdempotencyKey(UUID user, String route, String key) {}
