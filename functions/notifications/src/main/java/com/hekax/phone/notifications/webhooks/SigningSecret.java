package com.hekax.phone.notifications.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a receiver knows our messages by: {@code whsec_} and a key in base64. Signs as Standard
 * Webhooks 1.0.0 says (github.com/standard-webhooks/standard-webhooks, read 2026-11-22).
 */
public final class SigningSecret {
  private static final String PREFIX = "whsec_";
  private static final int KEY_BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private SigningSecret(String text) {
    this.text = text;
  }

  /** A new one for a new webhook; no two webhooks share one. */
  static SigningSecret create() {
    var key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(key));
  }

  static SigningSecret parse(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("A signing secret begins with " + PREFIX);
    }
    return new SigningSecret(text);
  }

  /** As the organization sees it, once. */
  String reveal() {
    return text;
  }

  /**
   * The header {@code webhook-signature} for one attempt.
   *
   * @param body the bytes that are sent, exactly
   */
  String sign(String messageId, Instant attemptedAt, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      // The key is what the base64 stands for, not its letters.
      mac.init(
          new SecretKeySpec(
              Base64.getDecoder().decode(text.substring(PREFIX.length())), ALGORITHM));
      var head = messageId + "." + attemptedAt.getEpochSecond() + ".";
      mac.update(head.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }

  /** Not the secret: this text may end up in a log. */
  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
