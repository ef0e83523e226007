package com.hekax.phone.accounts.attempts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Locale;

/**
 * What attempts are counted of. So many are free; each one after that locks for twice as long as
 * the one before.
 */
enum Counted {
  /** Passwords tried on an account. */
  ACCOUNT(5, Duration.ofSeconds(30), Duration.ofMinutes(15)),

  /** Passwords tried from an address: a whole office may have one. */
  ADDRESS(30, Duration.ofSeconds(30), Duration.ofMinutes(15)),

  /** Mails that anybody can have sent to an address. */
  MAILBOX(4, Duration.ofMinutes(1), Duration.ofHours(1));

  private final int free;
  private final Duration firstLock;
  private final Duration longestLock;

  Counted(int free, Duration firstLock, Duration longestLock) {
    this.free = free;
    this.firstLock = firstLock;
    this.longestLock = longestLock;
  }

  /** How long the attempt that is counted as this one locks; zero for a free one. */
  Duration lock(int attempt) {
    if (attempt < free) {
      return Duration.ZERO;
    }
    int doublings = Math.min(attempt - free, 10);
    var lock = firstLock.multipliedBy(1L << doublings);
    return lock.compareTo(longestLock) > 0 ? longestLock : lock;
  }

  /** The key of a row: whose it is cannot be read from it. */
  byte[] key(String text) {
    var named = name() + " " + text.toLowerCase(Locale.ROOT);
    try {
      return MessageDigest.getInstance("SHA-256").digest(named.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
