package com.hekax.phone.accounts.keys;

import com.hekax.phone.platform.crypto.RandomToken;
import java.security.SecureRandom;

/**
 * A key as a program shows it: {@code hxk_}, eight characters that stay visible, {@code _}, and 256
 * random bits. The first four let scanners of published code know it for ours.
 */
public record KeyText(String value) {
  private static final String MARK = "hxk_";
  private static final int PREFIX_LENGTH = 8;
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  static KeyText create() {
    var text = new StringBuilder(MARK);
    RANDOM
        .ints(PREFIX_LENGTH, 0, LETTERS.length())
        .forEach(letter -> text.append(LETTERS.charAt(letter)));
    return new KeyText(text.append('_').append(RandomToken.create().value()).toString());
  }

  /** Whether a bearer token says that it is a key. */
  public static boolean isMeantBy(String token) {
    return token.startsWith(MARK);
  }

  /** What people tell keys apart by. */
  String prefix() {
    return value.substring(MARK.length(), MARK.length() + PREFIX_LENGTH);
  }

  byte[] hash() {
    return new RandomToken(value).hash();
  }

  /** Not the key: it may be logged by mistake. */
  @Override
  public String toString() {
    return "KeyText";
  }
}
