package com.hekax.phone.accounts;

import com.hekax.phone.platform.secrets.Secrets;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The RSA keys of access tokens, from the secret {@code jwt}. Several are published while they are
 * being changed; one of them signs.
 */
public final class SigningKeys {
  private final Secrets secrets;

  SigningKeys(Secrets secrets) {
    this.secrets = secrets;
  }

  /** The secret as it is kept: PEM, PKCS #8 and X.509. */
  record KeySecret(List<KeyPem> keys, String signWith) {}

  record KeyPem(String kid, String privateKey, String publicKey) {}

  /** A key that signs. */
  record Signing(String kid, RSAPrivateKey key) {}

  /** A public key as RFC 7517 writes it. */
  public record Jwk(String kty, String use, String alg, String kid, String n, String e) {}

  Signing signing() {
    var secret = secret();
    return secret.keys().stream()
        .filter(key -> key.kid().equals(secret.signWith()))
        .findFirst()
        .map(key -> new Signing(key.kid(), privateKey(key.privateKey())))
        .orElseThrow(() -> new IllegalStateException("The secret jwt signs with a key it lacks"));
  }

  /** The public key of that id; empty when it is none of ours. */
  Optional<RSAPublicKey> verifying(String kid) {
    return secret().keys().stream()
        .filter(key -> key.kid().equals(kid))
        .findFirst()
        .map(key -> publicKey(key.publicKey()));
  }

  /** All public keys, for whoever checks our tokens. */
  public List<Jwk> published() {
    return secret().keys().stream()
        .map(
            key -> {
              var rsa = publicKey(key.publicKey());
              return new Jwk(
                  "RSA",
                  "sig",
                  "RS256",
                  key.kid(),
                  unsigned(rsa.getModulus()),
                  unsigned(rsa.getPublicExponent()));
            })
        .toList();
  }

  private KeySecret secret() {
    return secrets.get("jwt", KeySecret.class);
  }

  private static RSAPrivateKey privateKey(String pem) {
    try {
      PrivateKey key =
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der(pem)));
      return (RSAPrivateKey) key;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The secret jwt holds a private key that is none", e);
    }
  }

  private static RSAPublicKey publicKey(String pem) {
    try {
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der(pem)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The secret jwt holds a public key that is none", e);
    }
  }

  private static byte[] der(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }

  /** Base64url without the sign byte of two's complement. */
  private static String unsigned(BigInteger number) {
    var bytes = number.toByteArray();
    int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
  }
}
