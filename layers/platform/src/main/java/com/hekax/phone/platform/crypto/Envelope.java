package com.hekax.phone.platform.crypto;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.aws.AwsClients;
import com.hekax.phone.platform.priming.Priming;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Seals what an organization entrusted to us, for example the token of its CRM, so that it can
 * stand in the database. Every seal has a data key of its own, which KMS wraps; organization and
 * purpose are bound to both the wrapped key and the text, so that sealed bytes that end up in
 * another organization's row, or in another column, cannot be opened there.
 *
 * <p>Where KMS cannot be reached, both methods fail with the SDK's {@code SdkException} after its
 * attempts.
 */
public final class Envelope {
  private static final String TRANSFORMATION = "AES/GCM/NoPadding";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DataKeys keys;

  Envelope(DataKeys keys) {
    this.keys = keys;
  }

  /**
   * Seals under the KMS key of the setting {@code TOKEN_KEY_ID}, and opens also what was sealed
   * under the one of {@code FORMER_TOKEN_KEY_ID}, if there is any. A snapshot holds no data key.
   */
  public static Envelope of(Env env, AwsClients aws) {
    var keys =
        new DataKeys(
            aws, env.get("TOKEN_KEY_ID"), env.find("FORMER_TOKEN_KEY_ID"), InstantSource.system());
    Priming.of(env).forget("data keys", keys::forget);
    return new Envelope(keys);
  }

  /**
   * Seals {@code plain}, asking KMS for a data key.
   *
   * @param purpose what the secret is for, for example {@code crm-token}; needed to open it
   */
  public byte[] seal(OrganizationId organization, String purpose, byte[] plain) {
    return seal(new SealFor(organization, purpose), plain);
  }

  /** The same for what is a person's own, in whatever organization they are. */
  public byte[] seal(UserId user, String purpose, byte[] plain) {
    return seal(new SealFor(user, purpose), plain);
  }

  private byte[] seal(SealFor owner, byte[] plain) {
    var key = keys.create(owner);
    var keyId = Optional.of(keys.keyId());
    var nonce = new byte[Sealed.NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      var data = owner.associatedData(keyId);
      var ciphertext = cipher(Cipher.ENCRYPT_MODE, key.key(), nonce, data).doFinal(plain);
      return new Sealed(
              keyId,
              key.wrapped(),
              SdkBytes.fromByteArrayUnsafe(nonce),
              SdkBytes.fromByteArrayUnsafe(ciphertext))
          .bytes();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JVM cannot seal with AES-GCM", e);
    }
  }

  /**
   * Opens what {@link #seal} made for the same organization and purpose, asking KMS only if it has
   * not been opened in the last minutes.
   *
   * @throws SealBrokenException if it was made for another owner or changed
   */
  public byte[] open(OrganizationId organization, String purpose, byte[] sealed) {
    return open(new SealFor(organization, purpose), sealed);
  }

  /**
   * Opens what was sealed for the same person and purpose.
   *
   * @throws SealBrokenException if it was made for another owner or changed
   */
  public byte[] open(UserId user, String purpose, byte[] sealed) {
    return open(new SealFor(user, purpose), sealed);
  }

  /**
   * Whether it is sealed as one is now. Who opens one that is not seals it anew, so that after some
   * time nothing needs the former key.
   */
  public boolean isPresent(byte[] sealed) {
    return Sealed.parse(sealed).keyId().filter(keys.keyId()::equals).isPresent();
  }

  private byte[] open(SealFor owner, byte[] sealed) {
    var parts = Sealed.parse(sealed);
    var key = keys.unwrap(parts.keyId(), parts.wrappedKey(), owner);
    var data = owner.associatedData(parts.keyId());
    try {
      return cipher(Cipher.DECRYPT_MODE, key, parts.nonce().asByteArrayUnsafe(), data)
          .doFinal(parts.ciphertext().asByteArrayUnsafe());
    } catch (AEADBadTagException e) {
      throw new SealBrokenException("The sealed text was changed or is for another owner", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JVM cannot open AES-GCM", e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] associatedData)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance(TRANSFORMATION);
    cipher.init(mode, key, new GCMParameterSpec(Sealed.TAG_BYTES * 8, nonce));
    cipher.updateAAD(associatedData);
    return cipher;
  }
}
