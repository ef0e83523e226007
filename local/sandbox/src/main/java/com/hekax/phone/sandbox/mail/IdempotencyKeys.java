package com.hekax.phone.sandbox.mail;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was sent under which key in the last 24 hours (page "Idempotency keys", read 2026-11-22): a
 * repeated request gets the first answer, another one under the same key is refused. A request that
 * fails leaves its key free.
 */
final class IdempotencyKeys {
  private static final int LONGEST = 256;
  private static final Duration KEPT = Duration.ofHours(24);

  private final InstantSource clock;
  private final Map<String, Entry> byKey = new HashMap<>();

  IdempotencyKeys(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * @param id of the e-mail; empty while the first request is at work
   */
  private record Entry(JsonNode body, Instant since, Optional<String> id) {}

  /** The e-mail that was sent under the key; empty when this is the first request with it. */
  synchronized Optional<String> begin(String key, JsonNode body) {
    if (key.isEmpty() || key.length() > LONGEST) {
      throw ResendError.of(
          400,
          "invalid_idempotency_key",
          "The idempotency key must be between 1-%d chars.".formatted(LONGEST));
    }
    byKey.values().removeIf(entry -> !entry.since().plus(KEPT).isAfter(clock.instant()));
    var first = byKey.putIfAbsent(key, new Entry(body, clock.instant(), Optional.empty()));
    if (first == null) {
      return Optional.empty();
    }
    if (!first.body().equals(body)) {
      throw ResendError.of(
          409,
          "invalid_idempotent_request",
          "This idempotency key has been used before with another request payload.");
    }
    if (first.id().isEmpty()) {
      throw ResendError.of(
          409,
          "concurrent_idempotent_requests",
          "Another request with the same idempotency key is in progress.");
    }
    return first.id();
  }

  /** It was sent. */
  synchronized void end(String key, String id) {
    byKey.computeIfPresent(
        key, (_, entry) -> new Entry(entry.body(), entry.since(), Optional.of(id)));
  }

  /** It was not sent. */
  synchronized void free(String key) {
    byKey.remove(key);
  }
}
