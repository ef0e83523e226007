package com.hekax.phone.runner.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.runner.template.Naming;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * KMS for envelope encryption: every key of the template is derived from one master key file, and
 * the encryption context is bound to the ciphertext as it is on AWS.
 */
public final class KmsApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final byte[] master;
  private final Set<String> keys;
  private final Map<String, String> aliases;

  private KmsApi(Path masterKeyFile, Collection<String> keys, Map<String, String> aliases) {
    this.master = master(masterKeyFile);
    this.keys = Set.copyOf(keys);
    this.aliases = Map.copyOf(aliases);
  }

  /**
   * The API over the keys of a template.
   *
   * @param masterKeyFile made when missing; without it nothing can be decrypted again
   * @param aliases key id by alias name
   */
  public static AwsApi over(
      Path masterKeyFile, Collection<String> keys, Map<String, String> aliases) {
    var api = new KmsApi(masterKeyFile, keys, aliases);
    return new JsonApi(
        "TrentService",
        Map.of(
            "Encrypt", api::encrypt,
            "Decrypt", api::decrypt,
            "GenerateDataKey", api::generateDataKey));
  }

  private JsonNode encrypt(JsonNode request) {
    var key = keyId(request.path("KeyId").asText());
    return answer(key).put("CiphertextBlob", seal(key, binary(request, "Plaintext"), request));
  }

  private JsonNode generateDataKey(JsonNode request) {
    var key = keyId(request.path("KeyId").asText());
    var bytes = request.path("NumberOfBytes").asInt(KEY_BYTES);
    if (request.path("KeySpec").asText().equals("AES_128")) {
      bytes = 16;
    }
    var dataKey = new byte[bytes];
    random.nextBytes(dataKey);
    return answer(key).put("Plaintext", dataKey).put("CiphertextBlob", seal(key, dataKey, request));
  }

  private JsonNode decrypt(JsonNode request) {
    var blob = ByteBuffer.wrap(binary(request, "CiphertextBlob"));
    try {
      var id = new byte[Short.toUnsignedInt(blob.getShort())];
      blob.get(id);
      var key = keyId(new String(id, StandardCharsets.UTF_8));
      var wanted = request.path("KeyId").asText("");
      if (!wanted.isEmpty() && !keyId(wanted).equals(key)) {
        throw new AwsException(
            400, "IncorrectKeyException", "The ciphertext was made with another key");
      }
      var nonce = new byte[NONCE_BYTES];
      blob.get(nonce);
      var sealed = new byte[blob.remaining()];
      blob.get(sealed);
      var cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, request);
      return answer(key).put("Plaintext", cipher.doFinal(sealed));
    } catch (BufferUnderflowException | NegativeArraySizeException | AEADBadTagException wrong) {
      throw new AwsException(
          400, "InvalidCiphertextException", "Wrong ciphertext, key or encryption context");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private byte[] seal(String key, byte[] plaintext, JsonNode request) {
    try {
      var nonce = new byte[NONCE_BYTES];
      random.nextBytes(nonce);
      var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, request).doFinal(plaintext);
      var id = key.getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.allocate(2 + id.length + nonce.length + sealed.length)
          .putShort((short) id.length)
          .put(id)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Cipher cipher(int mode, String key, byte[] nonce, JsonNode request)
      throws GeneralSecurityException {
    var derive = Mac.getInstance("HmacSHA256");
    derive.init(new SecretKeySpec(master, "HmacSHA256"));
    var derived = derive.doFinal(key.getBytes(StandardCharsets.UTF_8));
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(derived, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context(request));
    return cipher;
  }

  /** The encryption context in one fixed order: KMS does not care how the caller sorted it. */
  private static byte[] context(JsonNode request) {
    var sorted = new TreeMap<String, String>();
    request
        .path("EncryptionContext")
        .properties()
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue().asText()));
    try {
      return JSON.writeValueAsBytes(sorted);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private String keyId(String idArnOrAlias) {
    var alias = idArnOrAlias.indexOf("alias/");
    var id =
        alias >= 0
            ? aliases.getOrDefault(idArnOrAlias.substring(alias), "")
            : Naming.lastPart(idArnOrAlias);
    if (!keys.contains(id)) {
      throw new AwsException(400, "NotFoundException", "There is no key " + idArnOrAlias);
    }
    return id;
  }

  private static byte[] binary(JsonNode request, String field) {
    try {
      return request.path(field).binaryValue();
    } catch (IOException notBase64) {
      throw new AwsException(400, "ValidationException", field + " is not base64");
    }
  }

  private static ObjectNode answer(String key) {
    return JSON.createObjectNode().put("KeyId", Naming.arn("kms", "key/" + key));
  }

  private static byte[] master(Path file) {
    try {
      if (!Files.exists(file)) {
        var fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        PrivateFile.write(file, fresh);
      }
      return Files.readAllBytes(file);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }
}
