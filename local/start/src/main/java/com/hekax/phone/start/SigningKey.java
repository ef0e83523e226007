package com.hekax.phone.start;

import com.hekax.phone.platform.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The key that signs this machine's sessions: made at the first start and kept, so sessions outlive
 * a restart.
 */
final class SigningKey {

  /** The value of the secret {@code jwt}. */
  static String secret(Path folder) throws IOException {
    var file = folder.resolve("jwt.json");
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, generate());
    }
    return Files.readString(file);
  }

  private static String generate() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      var pair = generator.generateKeyPair();
      var key =
          Map.of(
              "kid", "local-1",
              "privateKey", pem("PRIVATE KEY", pair.getPrivate().getEncoded()),
              "publicKey", pem("PUBLIC KEY", pair.getPublic().getEncoded()));
      return Json.write(Map.of("keys", List.of(key), "signWith", "local-1"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has RSA", e);
    }
  }

  private static String pem(String kind, byte[] der) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, lines);
  }

  private SigningKey() {}
}
