package com.hekax.phone.platform.crypto;

import com.hekax.phone.platform.aws.AwsClients;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
  private final Optional<String> formerKeyId;
  private final InstantSource clock;
  private final Map<Wrapped, Known> known = new LeastRecentlyUsed();

  /** A key belongs to whom it was made for: another organization must never find it here. */
  private record Wrapped(SdkBytes key, SealFor owner) {}

  private record Known(SecretKey key, Instant until) {}

  /** A new data key, in the clear and wrapped. */
  record Fresh(SecretKey key, SdkBytes wrapped) {}

  /**
   * Wraps with one KMS key, and unwraps with it and the one before.
   *
   * @param formerKeyId while something may be wrapped with it
   */
  DataKeys(AwsClients aws, String keyId, Optional<String> formerKeyId, InstantSource clock) {
    this.aws = aws;
    this.keyId = keyId;
    this.formerKeyId = formerKeyId.filter(former -> !former.equals(keyId));
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

  /** The KMS key that wraps now. */
  String keyId() {
    return keyId;
  }

  /**
   * The data key in the clear.
   *
   * @param wrappedWith which KMS key wrapped it; empty for seals that do not say
   */
  SecretKey unwrap(Optional<String> wrappedWith, SdkBytes wrappedKey, SealFor owner) {
    var wrapped = new Wrapped(wrappedKey, owner);
    return find(wrapped).orElseGet(() -> ask(wrapped, candidates(wrappedWith)));
  }

  private List<String> candidates(Optional<String> wrappedWith) {
    var known = Stream.concat(Stream.of(keyId), formerKeyId.stream()).toList();
    wrappedWith
        .filter(id -> !known.contains(id))
        .ifPresent(
            id -> {
              throw new SealKeyUnknownException(id);
            });
    return wrappedWith.map(List::of).orElse(known);
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

  private SecretKey ask(Wrapped wrapped, List<String> candidates) {
    for (var candidate : candidates.subList(0, candidates.size() - 1)) {
      try {
        return ask(wrapped, candidate);
      } catch (SealBrokenException anotherKey) {
        // The next one is asked.
      }
    }
    return ask(wrapped, candidates.getLast());
  }

  private SecretKey ask(Wrapped wrapped, String kmsKey) {
    try {
      var answer =
          aws.keys()
              .decrypt(
                  request ->
                      request
                          .keyId(kmsKey)
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
