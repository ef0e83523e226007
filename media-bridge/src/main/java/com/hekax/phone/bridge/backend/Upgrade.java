package com.hekax.phone.bridge.backend;

/**
 * The request that opened a media stream.
 *
 * @param path for example {@code /media}
 * @param signature what {@code X-Twilio-Signature} said; empty if it was missing
 */
public record Upgrade(String path, String signature) {
  private static final int SIGNATURE_LENGTH = 28;

  /** Whether the signature has the form of one: base64 of the twenty bytes of HMAC-SHA1. */
  public boolean maybeSigned() {
    return signature.length() == SIGNATURE_LENGTH && signature.matches("[A-Za-z0-9+/]{27}=");
  }
}
