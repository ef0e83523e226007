package com.hekax.phone.platform.crypto;

/**
 * A seal names a KMS key that this function was not told of. It opens once the key stands among the
 * settings again; see {@link Envelope#of}.
 */
public final class SealKeyUnknownException extends SealBrokenException {
  SealKeyUnknownException(String keyId) {
    super(
        "Sealed with the KMS key %s, which is neither TOKEN_KEY_ID nor FORMER_TOKEN_KEY_ID"
            .formatted(keyId));
  }
}
