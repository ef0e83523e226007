package com.hekax.phone.platform.crypto;

import com.hekax.phone.platform.aws.AwsClients;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/**
 * Data keys from KMS. Unwrapped ones are kept for five minutes, the thousand last used, so that a
 * busy organization's tokens are opened without asking KMS each time.
 */
final class DataKeys {
  static final Duration KEPT = Duration.ofMinutes(5);
  static final int MOST = 1_000;

  private final AwsClients aws;
  private final String keyId;
  private final InstantSource clock;
  private final Map<Wrapped, Known> known = new LeastRecentlyUsed();

  /** A key belongs to whom it was made for: another organization must never find it here. */
  private record Wrapped(SdkBytes key, SealFor owner) {}

  private record Known(SecretKey key, Instant until) {}

  /** A new data key, in the clear and wrapped. */
  record Fresh(SecretKey key, SdkBytes wrapped) {}

  DataKeys(AwsClients aws, String keyId, InstantSource clock) {
    this.aws = aws;
    this.keyId = keyId;
    this.clock = clock;
  }

  Fresh create(SealFor owner) {
    var made =
        aws.keys()
            .generateDataKey(
                request ->
                    request
                        .keyId(keyId)
                        .keySpec(DataKeySpec.AES_256)
                        .encryptionContext(owner.encryptionContext()));
    var key = aes(made.plaintext());
    remember(new Wrapped(made.ciphertextBlob(), owner), key);
    return new Fresh(key, made.ciphertextBlob());
  }

  SecretKey unwrap(SdkBytes wrappedKey, SealFor owner) {
    var wrapped = new Wrapped(wrappedKey, owner);
    return find(wrapped).orElseGet(() -> ask(wrapped));
  }

  synchronized void forget() {
    known.clear();
  }

  private synchronized Optional<SecretKey> find(Wrapped wrapped) {
    return Optional.ofNullable(known.get(wrapped))
        .filter(entry -> clock.instant().isBefore(entry.until()))
        .map(Known::key);
  }

  private synchronized void remember(Wrapped wrapped, SecretKey key) {
    known.put(wrapped, new Known(key, clock.instant().plus(KEPT)));
  }

  private SecretKey ask(Wrapped wrapped) {
    try {
      var answer =
          aws.keys()
              .decrypt(
                  request ->
                      request
                          .keyId(keyId)
                          .ciphertextBlob(wrapped.key())
                          .encryptionContext(wrapped.owner().encryptionContext()));
      var key = aes(answer.plaintext());
      remember(wrapped, key);
      return key;
    } catch (InvalidCiphertextException | IncorrectKeyException e) {
      throw new SealBrokenException("KMS does not know this data key for this owner", e);
    }
  }

  private static SecretKey aes(SdkBytes bytes) {
    return new SecretKeySpec(bytes.asByteArrayUnsafe(), "AES");
  }

  private static final class LeastRecentlyUsed extends LinkedHashMap<Wrapped, Known> {
    LeastRecentlyUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Wrapped, Known> eldest) {
      return size() > MOST;
    }
  }
}
