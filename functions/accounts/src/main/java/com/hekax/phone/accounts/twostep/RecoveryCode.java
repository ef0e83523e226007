package com.hekax.phone.accounts.twostep;

import com.hekax.phone.platform.crypto.RandomToken;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What lets a person in once without their authenticator: 80 random bits in sixteen letters, which
 * nobody can guess, so a plain hash of it may be kept.
 */
record RecoveryCode(String letters) {
  private static final int BYTES = 10;
  private static final int SET = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** As many as a person is given. */
  static List<RecoveryCode> newSet() {
    return Stream.generate(RecoveryCode::create).limit(SET).toList();
  }

  private static RecoveryCode create() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new RecoveryCode(Base32.encode(bytes));
  }

  /** However a person writes it: small, with dashes or spaces. */
  static RecoveryCode typed(String text) {
    return new RecoveryCode(text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
  }

  /** In groups of four. */
  String shown() {
    return letters.replaceAll("(.{4})(?!$)", "$1-");
  }

  byte[] hash() {
    return new RandomToken(letters).hash();
  }

  /** Not the code: it may be logged by mistake. */
  @Override
  public String toString() {
    return "RecoveryCode";
  }
}
