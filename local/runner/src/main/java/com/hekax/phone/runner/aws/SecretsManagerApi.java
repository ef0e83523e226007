package com.hekax.phone.runner.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.runner.aws.SecretStore.Version;
import com.hekax.phone.runner.aws.SecretStore.Versions;
import com.hekax.phone.runner.template.Naming;
import java.util.Map;
import java.util.UUID;

/** Secrets Manager: get, put, create and describe secrets of text. */
public final class SecretsManagerApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SecretStore store;

  private SecretsManagerApi(SecretStore store) {
    this.store = store;
  }

  public static AwsApi over(SecretStore store) {
    var api = new SecretsManagerApi(store);
    return new JsonApi(
        "secretsmanager",
        Map.of(
            "GetSecretValue", api::get,
            "PutSecretValue", api::put,
            "CreateSecret", api::create,
            "DescribeSecret", api::describe));
  }

  private JsonNode get(JsonNode request) {
    var secret = find(request);
    var stage = request.path("VersionStage").asText("AWSCURRENT");
    var version =
        stage.equals("AWSPREVIOUS")
            ? secret.previous().orElseThrow(SecretsManagerApi::notFound)
            : secret.current();
    var answer = identified(request.path("SecretId").asText());
    answer.put("SecretString", version.value());
    answer.put("VersionId", version.id()).putArray("VersionStages").add(stage);
    return answer.put("CreatedDate", seconds(version));
  }

  private JsonNode put(JsonNode request) {
    find(request);
    var name = request.path("SecretId").asText();
    var token = request.path("ClientRequestToken").asText(UUID.randomUUID().toString());
    var version = store.put(name, token, text(request));
    var answer = identified(name).put("VersionId", version.id());
    answer.putArray("VersionStages").add("AWSCURRENT");
    return answer;
  }

  private JsonNode create(JsonNode request) {
    var name = request.path("Name").asText();
    if (store.find(name).isPresent()) {
      throw new AwsException(
          400, "ResourceExistsException", "The secret " + name + " already exists");
    }
    return identified(name).put("VersionId", store.put(name, text(request)).id());
  }

  private JsonNode describe(JsonNode request) {
    var secret = find(request);
    var answer = identified(request.path("SecretId").asText());
    var stages = answer.putObject("VersionIdsToStages");
    stages.putArray(secret.current().id()).add("AWSCURRENT");
    secret.previous().ifPresent(version -> stages.putArray(version.id()).add("AWSPREVIOUS"));
    return answer.put("LastChangedDate", seconds(secret.current()));
  }

  private Versions find(JsonNode request) {
    return store.find(request.path("SecretId").asText()).orElseThrow(SecretsManagerApi::notFound);
  }

  private static String text(JsonNode request) {
    if (!request.path("SecretString").isTextual()) {
      throw new AwsException(
          400, "InvalidParameterException", "The local Secrets Manager keeps SecretString only");
    }
    return request.path("SecretString").asText();
  }

  private static ObjectNode identified(String nameOrArn) {
    var name = SecretStore.name(nameOrArn);
    return JSON.createObjectNode()
        .put("ARN", Naming.arn("secretsmanager", "secret:" + name))
        .put("Name", name);
  }

  private static double seconds(Version version) {
    return version.created().toEpochMilli() / 1000.0;
  }

  private static AwsException notFound() {
    return new AwsException(
        400, "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
  }
}
