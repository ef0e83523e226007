package com.hekax.phone.scenarios.dump;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An app that shows codes (RFC 6238). */
final class AuthenticatorApp {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int STEP_SECONDS = 30;

  private final byte[] secret;

  /** Scans a secret as it is shown: base 32. */
  AuthenticatorApp(String shown) {
    var letters = shown.replace(" ", "");
    var bytes = ByteBuffer.allocate(letters.length() * 5 / 8);
    int buffer = 0;
    int bits = 0;
    for (int i = 0; i < letters.length(); i++) {
      buffer = buffer << 5 | ALPHABET.indexOf(letters.charAt(i));
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.put((byte) (buffer >> bits));
      }
    }
    this.secret = bytes.array();
  }

  byte[] secret() {
    return secret.clone();
  }

  /** The code of now. */
  String code() throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(secret, "HmacSHA1"));
    long step = Instant.now().getEpochSecond() / STEP_SECONDS;
    var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & Integer.MAX_VALUE;
    return "%06d".formatted(number % 1_000_000);
  }
}
