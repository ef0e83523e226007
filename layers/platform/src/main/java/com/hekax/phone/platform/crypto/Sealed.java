package com.hekax.phone.platform.crypto;

import java.nio.ByteBuffer;
import software.amazon.awssdk.core.SdkBytes;

/**
 * The bytes of a seal, version 1:
 *
 * <pre>
 *  1 byte   version: 1
 *  2 bytes  length n of the wrapped data key, unsigned, big-endian
 *  n bytes  the data key as KMS wrapped it
 * 12 bytes  nonce, random
 *  rest     AES-256-GCM ciphertext and its tag of 16 bytes
 * </pre>
 */
record Sealed(SdkBytes wrappedKey, SdkBytes nonce, SdkBytes ciphertext) {
  static final int NONCE_BYTES = 12;
  static final int TAG_BYTES = 16;

  private static final byte VERSION = 1;
  private static final int HEAD_BYTES = 3;

  static Sealed parse(byte[] bytes) {
    if (bytes.length < HEAD_BYTES || bytes[0] != VERSION) {
      throw new SealBrokenException("Not a seal of version " + VERSION);
    }
    var buffer = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    int keyLength = Short.toUnsignedInt(buffer.getShort());
    if (keyLength == 0 || buffer.remaining() < keyLength + NONCE_BYTES + TAG_BYTES) {
      throw new SealBrokenException("A seal that is cut short");
    }
    return new Sealed(
        next(buffer, keyLength), next(buffer, NONCE_BYTES), next(buffer, buffer.remaining()));
  }

  byte[] bytes() {
    var key = wrappedKey.asByteArrayUnsafe();
    var text = ciphertext.asByteArrayUnsafe();
    return ByteBuffer.allocate(HEAD_BYTES + key.length + NONCE_BYTES + text.length)
        .put(VERSION)
        .putShort((short) key.length)
        .put(key)
        .put(nonce.asByteArrayUnsafe())
        .put(text)
        .array();
  }

  private static SdkBytes next(ByteBuffer buffer, int length) {
    var bytes = new byte[length];
    buffer.get(bytes);
    return SdkBytes.fromByteArrayUnsafe(bytes);
  }
}
