package com.hekax.phone.sandbox.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The receiver's half of Standard Webhooks 1.0.0 (specification read 2026-11-22), written apart
 * from the sender's so that one mistake is not made twice.
 */
final class StandardSignature {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  static boolean isValid(
      String secret, String id, String timestamp, String body, String signatures, Instant now) {
    if (id.isEmpty() || !timestamp.matches("[0-9]{1,12}") || !secret.startsWith("whsec_")) {
      return false;
    }
    var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
    if (age.compareTo(TOLERANCE) > 0) {
      return false;
    }
    var expected = "v1," + sign(secret, id + "." + timestamp + "." + body);
    return Arrays.stream(signatures.split(" ", -1))
        .anyMatch(
            signature ->
                MessageDigest.isEqual(
                    signature.getBytes(StandardCharsets.UTF_8),
                    expected.getBytes(StandardCharsets.UTF_8)));
  }

  private static String sign(String secret, String content) {
    try {
      var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private StandardSignature() {}
}
