package com.hekax.phone.platform.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;

/**
 * One key of access tokens, as the secret keeps it.
 *
 * @param kid its name in the header of a token
 * @param privateKey PEM, PKCS #8
 * @param publicKey PEM, X.509
 */
public record SigningKey(String kid, String privateKey, String publicKey) {
  private static final int BITS = 2048;

  /** A new one, named by the day and a random number. */
  public static SigningKey create(Instant now) {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      var pair = generator.generateKeyPair();
      return new SigningKey(
          now.atZone(ZoneOffset.UTC).toLocalDate() + "-" + random(),
          pem("PRIVATE KEY", pair.getPrivate().getEncoded()),
          pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has RSA", e);
    }
  }

  /** What signs. */
  public RSAPrivateKey signing() {
    try {
      return (RSAPrivateKey)
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der(privateKey)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The private key of " + kid + " is none", e);
    }
  }

  /** What checks. */
  public RSAPublicKey checking() {
    try {
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der(publicKey)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The public key of " + kid + " is none", e);
    }
  }

  /** Not the key: it may be logged by mistake. */
  @Override
  public String toString() {
    return "SigningKey " + kid;
  }

  private static String random() {
    var bytes = new byte[2];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] der(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }

  private static String pem(String kind, byte[] der) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, lines);
  }
}
