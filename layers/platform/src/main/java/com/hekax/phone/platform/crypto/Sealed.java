package com.hekax.phone.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;

/**
 * The bytes of a seal, version 2:
 *
 * <pre>
 *  1 byte   version: 2
 *  2 bytes  length m of the name of the KMS key, unsigned, big-endian
 *  m bytes  that name, UTF-8
 *  2 bytes  length n of the wrapped data key
 *  n bytes  the data key as KMS wrapped it
 * 12 bytes  nonce, random
 *  rest     AES-256-GCM ciphertext and its tag of 16 bytes
 * </pre>
 *
 * <p>Version 1 lacks the name and its length: it was made when there was one key.
 *
 * @param keyId which KMS key wrapped the data key; empty in version 1
 */
record Sealed(Optional<String> keyId, SdkBytes wrappedKey, SdkBytes nonce, SdkBytes ciphertext) {
  static final int NONCE_BYTES = 12;
  static final int TAG_BYTES = 16;

  private static final byte WITHOUT_KEY_ID = 1;
  private static final byte WITH_KEY_ID = 2;

  static Sealed parse(byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes);
    var keyId = keyId(buffer);
    var wrappedKey = counted(buffer);
    if (buffer.remaining() < NONCE_BYTES + TAG_BYTES) {
      throw cutShort();
    }
    return new Sealed(
        keyId, wrappedKey, next(buffer, NONCE_BYTES), next(buffer, buffer.remaining()));
  }

  byte[] bytes() {
    var id = keyId.map(name -> name.getBytes(StandardCharsets.UTF_8));
    var key = wrappedKey.asByteArrayUnsafe();
    var text = ciphertext.asByteArrayUnsafe();
    int head = 1 + id.map(name -> 2 + name.length).orElse(0);
    var buffer = ByteBuffer.allocate(head + 2 + key.length + NONCE_BYTES + text.length);
    buffer.put(id.isPresent() ? WITH_KEY_ID : WITHOUT_KEY_ID);
    id.ifPresent(name -> buffer.putShort((short) name.length).put(name));
    return buffer
        .putShort((short) key.length)
        .put(key)
        .put(nonce.asByteArrayUnsafe())
        .put(text)
        .array();
  }

  private static Optional<String> keyId(ByteBuffer buffer) {
    return switch (buffer.hasRemaining() ? buffer.get() : 0) {
      case WITHOUT_KEY_ID -> Optional.empty();
      case WITH_KEY_ID -> Optional.of(counted(buffer).asUtf8String());
      default -> throw new SealBrokenException("Not a seal of version 1 or 2");
    };
  }

  private static SdkBytes counted(ByteBuffer buffer) {
    int length = buffer.remaining() < 2 ? 0 : Short.toUnsignedInt(buffer.getShort());
    if (length == 0 || buffer.remaining() < length) {
      throw cutShort();
    }
    return next(buffer, length);
  }

  private static SdkBytes next(ByteBuffer buffer, int length) {
    var bytes = new byte[length];
    buffer.get(bytes);
    return SdkBytes.fromByteArrayUnsafe(bytes);
  }

  private static SealBrokenException cutShort() {
    return new SealBrokenException("A seal that is cut short");
  }
}
