package com.hekax.phone.platform.http;

import java.util.UUID;

/**
 * Whose key, for which route: keys of two people or two routes have nothing to do with each other.
 *
 * @param user a person's id, or a call's
 */
public record IdempotencyKey(UUID user, String route, String key) {}
