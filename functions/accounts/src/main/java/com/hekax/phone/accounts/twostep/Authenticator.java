package com.hekax.phone.accounts.twostep;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that a person's authenticator app shares with us (RFC 6238): 160 random bits, SHA-1,
 * six digits, steps of thirty seconds, which is all that every app understands.
 */
final class Authenticator {
  private static final int SECRET_BYTES = 20;
  private static final int STEP_SECONDS = 30;
  private static final String ISSUER = "HEKAX Phone";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] secret;

  Authenticator(byte[] secret) {
    this.secret = secret.clone();
  }

  static Authenticator create() {
    var secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new Authenticator(secret);
  }

  byte[] secret() {
    return secret.clone();
  }

  /** As a person types it into an app that has no camera. */
  String text() {
    return Base32.encode(secret);
  }

  /** As a square of dots carries it ("Key URI Format" of Google Authenticator, read 2026-11-22). */
  String uri(String account) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=%d"
        .formatted(encoded(ISSUER), encoded(account), text(), encoded(ISSUER), STEP_SECONDS);
  }

  /**
   * The step that a code is of: this one, or one before or after, since clocks differ; empty when
   * the code is wrong.
   */
  OptionalLong stepOf(String code, Instant now) {
    long current = now.getEpochSecond() / STEP_SECONDS;
    return LongStream.rangeClosed(current - 1, current + 1)
        .filter(step -> equal(code(step), code))
        .findFirst();
  }

  private String code(long step) {
    var hash = hmac(step);
    // RFC 4226, section 5.3: the last four bits say where the number begins.
    int from = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash).getInt(from) & Integer.MAX_VALUE;
    return "%06d".formatted(number % 1_000_000);
  }

  private byte[] hmac(long step) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA1", e);
    }
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
