package com.hekax.phone.accounts;

import com.hekax.phone.platform.crypto.SigningKey;
import com.hekax.phone.platform.crypto.SigningKeySet;
import com.hekax.phone.platform.secrets.Secrets;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The RSA keys of access tokens, from the secret {@code jwt}. Several are published while they are
 * being changed; one of them signs.
 */
public final class SigningKeys {
  private static final String SECRET = "jwt";

  private final Secrets secrets;

  SigningKeys(Secrets secrets) {
    this.secrets = secrets;
  }

  /** A public key as RFC 7517 writes it. */
  public record Jwk(String kty, String use, String alg, String kid, String n, String e) {

    static Jwk of(SigningKey key) {
      var rsa = key.checking();
      return new Jwk(
          "RSA",
          "sig",
          "RS256",
          key.kid(),
          unsigned(rsa.getModulus()),
          unsigned(rsa.getPublicExponent()));
    }

    /** Base64url without the sign byte of two's complement. */
    private static String unsigned(BigInteger number) {
      var bytes = number.toByteArray();
      int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }
  }

  /** The key that signs now. */
  SigningKey signing() {
    var set = secrets.get(SECRET, SigningKeySet.class);
    return set.find(set.signWith())
        .orElseThrow(() -> new IllegalStateException("The secret jwt signs with a key it lacks"));
  }

  /**
   * The public key of that id; empty when it is none of ours. An id that memory does not know may
   * be of a key that took the place of a leaked one, and then the leaked one must go from here too.
   */
  Optional<RSAPublicKey> verifying(String kid) {
    return secrets
        .get(SECRET, SigningKeySet.class)
        .find(kid)
        .or(() -> secrets.renewed(SECRET, SigningKeySet.class).find(kid))
        .map(SigningKey::checking);
  }

  /** All public keys, for whoever checks our tokens. */
  public List<Jwk> published() {
    return secrets.get(SECRET, SigningKeySet.class).keys().stream().map(Jwk::of).toList();
  }
}
