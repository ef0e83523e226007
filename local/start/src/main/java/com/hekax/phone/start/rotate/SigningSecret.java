package com.hekax.phone.start.rotate;

import com.hekax.phone.platform.crypto.SigningKeySet;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.start.StartException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** The secret {@code jwt} of one stage, in Secrets Manager. */
final class SigningSecret {
  private final SecretsManagerClient client;
  private final String id;

  SigningSecret(SecretsManagerClient client, String stage) {
    this.client = client;
    this.id = "hekax/" + stage + "/jwt";
  }

  /** The keys as one version of the secret holds them. */
  record Version(String id, SigningKeySet keys) {}

  /** The version that is in use; empty when the secret was never filled. */
  Optional<Version> read() {
    try {
      var answer = client.getSecretValue(request -> request.secretId(id));
      return Optional.of(
          new Version(answer.versionId(), Json.read(answer.secretString(), SigningKeySet.class)));
    } catch (ResourceNotFoundException neverFilled) {
      return Optional.empty();
    }
  }

  /**
   * Writes what follows a version, unless somebody else has written after it: what the new version
   * is called follows from the former one, and Secrets Manager gives a name to one value alone.
   *
   * @throws StartException if there is no such secret, or somebody else was first
   */
  void write(Optional<Version> after, SigningKeySet keys) {
    var former = after.map(Version::id).orElse("nothing");
    var token = UUID.nameUUIDFromBytes(("after " + former).getBytes(StandardCharsets.UTF_8));
    try {
      client.putSecretValue(
          request ->
              request
                  .secretId(id)
                  .clientRequestToken(token.toString())
                  .secretString(Json.write(keys)));
    } catch (ResourceExistsException somebodyElse) {
      throw new StartException(
          "Somebody else has just changed the keys: look with --status.", somebodyElse);
    } catch (ResourceNotFoundException missing) {
      throw new StartException(
          "There is no secret %s here: are profile and region right?".formatted(id), missing);
    }
  }
}
