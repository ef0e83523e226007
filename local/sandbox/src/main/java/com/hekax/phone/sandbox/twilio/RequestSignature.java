package com.hekax.phone.sandbox.twilio;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.SortedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Twilio's half of {@code X-Twilio-Signature} ("Webhooks security", read 2026-11-22), written apart
 * from the product's so that one mistake is not made twice.
 */
public final class RequestSignature {

  /**
   * The signature of a form that is posted to an address.
   *
   * @param form in the order of its names, character by character
   */
  public static String of(String authToken, URI address, SortedMap<String, String> form) {
    var text = new StringBuilder(signedPart(address));
    form.forEach((name, value) -> text.append(name).append(value));
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA1", e);
    }
  }

  /**
   * Path and query byte for byte; no user, no fragment, and a port only where an address without
   * TLS needs one.
   */
  private static String signedPart(URI address) {
    boolean plain = address.getScheme().equals("http") || address.getScheme().equals("ws");
    boolean portCounts = plain && address.getPort() != -1 && address.getPort() != 80;
    return address.getScheme()
        + "://"
        + address.getHost()
        + (portCounts ? ":" + address.getPort() : "")
        + address.getRawPath()
        + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
  }

  private RequestSignature() {}
}
