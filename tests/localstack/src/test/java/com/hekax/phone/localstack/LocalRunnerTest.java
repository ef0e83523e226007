package com.hekax.phone.localstack;

import com.hekax.phone.runner.aws.AwsEndpoint;
import com.hekax.phone.runner.aws.SecretStore;
import com.hekax.phone.runner.aws.SecretsManagerApi;
import com.hekax.phone.runner.events.EventBridgeApi;
import com.hekax.phone.runner.events.EventBuses;
import com.hekax.phone.runner.queues.Queues;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same path on the AWS that the local runner plays, so that both are held to one behaviour:
 * what works here works there.
 */
class LocalRunnerTest extends AwsPath {
  private final Queues queueServer = Queues.start(0);
  private final AwsEndpoint server = new AwsEndpoint(0);
  private SecretStore secrets = new SecretStore(Path.of("none"));

  @BeforeAll
  void deploy_the_bus_the_rule_and_the_queue_of_the_templates(@TempDir Path folder)
      throws InterruptedException {
    secrets = new SecretStore(folder.resolve("secrets.json"));
    queueServer.create(TEMPLATES.queues(), Optional.empty());
    server.add(SecretsManagerApi.over(secrets));
    server.add(
        EventBridgeApi.over(
            new EventBuses(TEMPLATES, (target, event) -> queueServer.send(target.arn(), event))));
  }

  @AfterAll
  void close() {
    server.close();
    queueServer.close();
  }

  @Override
  protected URI endpoint() {
    return server.uri();
  }

  @Override
  protected URI queueEndpoint() {
    return queueServer.uri();
  }

  @Override
  protected void putSecret(String name, String value) {
    secrets.put(name, value);
  }
}
