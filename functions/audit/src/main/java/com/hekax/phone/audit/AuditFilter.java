package com.hekax.phone.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which entries; empty means all.
 *
 * @param actor the id of who did it
 * @param target the id of what was changed
 * @param from the first moment that counts
 * @param to the first moment that no longer counts
 */
public record AuditFilter(
    Optional<UUID> actor,
    Optional<String> action,
    Optional<String> target,
    Optional<Instant> from,
    Optional<Instant> to) {
  private static final UUID LEAST = new UUID(0, 0);
  private static final UUID GREATEST = new UUID(-1, -1);

  /** The least id that counts: ids begin with their time, so months that do not are not read. */
  public UUID firstId() {
    return from.map(AuditFilter::firstOf).orElse(LEAST);
  }

  /** The least id that no longer counts. */
  public UUID endId() {
    return to.map(AuditFilter::firstOf).orElse(GREATEST);
  }

  /** The smallest version 7 UUID of a moment; one before 1970 has none, and nothing lies there. */
  private static UUID firstOf(Instant moment) {
    long millis =
        Math.clamp(moment.getEpochSecond(), 0, 1L << 37) * 1_000 + moment.getNano() / 1_000_000;
    return new UUID(millis << 16 | 0x7000, 0x8000_0000_0000_0000L);
  }
}
