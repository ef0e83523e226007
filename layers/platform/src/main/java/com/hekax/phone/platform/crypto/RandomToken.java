package com.hekax.phone.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret of 256 random bits that somebody is handed and shows again: a refresh token, a ticket.
 * Its text may stand in a cookie or a query; the database knows its hash alone.
 */
public record RandomToken(String value) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  /** A new one. */
  public static RandomToken create() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new RandomToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** SHA-256: enough for a secret that nobody can guess. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** Not the secret: it may be logged by mistake. */
  @Override
  public String toString() {
    return "RandomToken";
  }
}
