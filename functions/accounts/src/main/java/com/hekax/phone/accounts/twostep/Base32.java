package com.hekax.phone.accounts.twostep;

import java.math.BigInteger;

/** Base 32 of RFC 4648 without padding: what authenticator apps and people can type. */
final class Base32 {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  /** For lengths that leave no bits over, such as 10 and 20 bytes. */
  static String encode(byte[] bytes) {
    var number = new BigInteger(1, bytes);
    int length = bytes.length * Byte.SIZE / BITS;
    var text = new StringBuilder(length);
    for (int i = length - 1; i >= 0; i--) {
      text.append(LETTERS.charAt(number.shiftRight(i * BITS).intValue() & 31));
    }
    return text.toString();
  }

  private Base32() {}
}
