package com.hekax.phone.contracts;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Version 7 UUIDs (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then 74 random bits. New
 * rows land at the end of an index, and nothing of a snapshot is repeated: {@link SecureRandom} is
 * the one source that Lambda SnapStart re-seeds.
 */
public final class TimeOrderedUuid {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new id of this millisecond. */
  public static UUID next() {
    long randomHigh = RANDOM.nextLong() & 0xFFFL;
    long randomLow = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL;
    long high = (System.currentTimeMillis() << 16) | 0x7000L | randomHigh;
    return new UUID(high, 0x8000_0000_0000_0000L | randomLow);
  }

  private TimeOrderedUuid() {}
}
