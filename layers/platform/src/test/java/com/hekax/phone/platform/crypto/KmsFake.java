package com.hekax.phone.platform.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.platform.aws.AwsFake;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * KMS as its documentation describes it: a wrapped key is opened only by the key that wrapped it,
 * and with the encryption context it was made with.
 */
final class KmsFake {
  static final String GENERATE = "TrentService.GenerateDataKey";
  static final String DECRYPT = "TrentService.Decrypt";

  private final Map<String, Wrapped> keys = new ConcurrentHashMap<>();
  private volatile boolean checksContext = true;

  private record Wrapped(String plain, String key, JsonNode context) {}

  KmsFake(AwsFake aws) {
    aws.on(GENERATE, this::generate);
    aws.on(DECRYPT, this::decrypt);
  }

  /** From now on any context opens any key, as no KMS should. */
  void ignoreContext() {
    checksContext = false;
  }

  private AwsFake.Reply generate(ObjectNode request) {
    var plain = base64(UUID.randomUUID().toString().substring(0, 32));
    var wrapped = base64("wrapped:" + UUID.randomUUID());
    keys.put(
        wrapped,
        new Wrapped(plain, request.path("KeyId").asText(), request.path("EncryptionContext")));
    return AwsFake.ok(
        Map.of(
            "Plaintext", plain,
            "CiphertextBlob", wrapped,
            "KeyId", request.path("KeyId").asText()));
  }

  private AwsFake.Reply decrypt(ObjectNode request) {
    var wrapped = keys.get(request.path("CiphertextBlob").asText());
    if (wrapped == null
        || (checksContext && !wrapped.context().equals(request.path("EncryptionContext")))) {
      return AwsFake.error(400, "InvalidCiphertextException");
    }
    if (!wrapped.key().equals(request.path("KeyId").asText())) {
      return AwsFake.error(400, "IncorrectKeyException");
    }
    return AwsFake.ok(
        Map.of("Plaintext", wrapped.plain(), "KeyId", request.path("KeyId").asText()));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
