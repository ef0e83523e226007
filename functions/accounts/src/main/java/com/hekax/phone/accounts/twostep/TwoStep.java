package com.hekax.phone.accounts.twostep;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A person's authenticator as it is kept.
 *
 * @param sealedSecret in hexadecimal
 * @param lastStep the newest step that was used
 * @param failures wrong codes in a row
 */
public record TwoStep(
    String sealedSecret,
    Optional<Instant> confirmedAt,
    long lastStep,
    int failures,
    Optional<Instant> lockedUntil) {
  private static final int FREE_FAILURES = 5;
  private static final Duration LONGEST_LOCK = Duration.ofHours(1);

  boolean isLocked(Instant now) {
    return lockedUntil.filter(now::isBefore).isPresent();
  }

  byte[] sealed() {
    return HexFormat.of().parseHex(sealedSecret);
  }

  /** How long nothing is taken after one more wrong code: from the fifth on, twice as long each. */
  Duration nextLock() {
    int over = failures + 1 - FREE_FAILURES;
    if (over < 0) {
      return Duration.ZERO;
    }
    var lock = Duration.ofMinutes(1L << Math.min(over, 6));
    return lock.compareTo(LONGEST_LOCK) < 0 ? lock : LONGEST_LOCK;
  }
}
