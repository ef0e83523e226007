package com.hekax.phone.localstack;

import com.hekax.phone.runner.template.Naming;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;

/** The path on LocalStack, in Docker; without Docker it is skipped and says so. */
@Testcontainers(disabledWithoutDocker = true)
class LocalStackTest extends AwsPath {
  /** The last image that starts without an account. */
  private static final DockerImageName IMAGE =
      DockerImageName.parse("localstack/localstack:4.14.0");

  @Container
  private static final LocalStackContainer LOCALSTACK =
      new LocalStackContainer(IMAGE).withServices("events", "sqs", "secretsmanager");

  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

  @BeforeAll
  void deploy_the_bus_the_rule_and_the_queue_of_the_templates() {
    try (var queues = queues();
        var events =
            EventBridgeClient.builder()
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
      queues.createQueue(
          request -> request.queueName(queue().name()).attributesWithStrings(attributes(queue())));
      var rule = rule();
      events.createEventBus(request -> request.name(rule.bus()));
      events.putRule(
          request ->
              request.eventBusName(rule.bus()).name(rule.name()).eventPattern(rule.pattern()));
      events.putTargets(
          request ->
              request
                  .eventBusName(rule.bus())
                  .rule(rule.name())
                  .targets(
                      Target.builder().id("Queue").arn(Naming.arn("sqs", queue().name())).build()));
    }
  }

  @Override
  protected URI endpoint() {
    return LOCALSTACK.getEndpoint();
  }

  @Override
  protected URI queueEndpoint() {
    return LOCALSTACK.getEndpoint();
  }

  @Override
  protected void putSecret(String name, String value) {
    try (var secrets =
        SecretsManagerClient.builder()
            .endpointOverride(endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(CREDENTIALS)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build()) {
      try {
        secrets.createSecret(request -> request.name(name).secretString(value));
      } catch (ResourceExistsException e) {
        secrets.putSecretValue(request -> request.secretId(name).secretString(value));
      }
    }
  }
}
