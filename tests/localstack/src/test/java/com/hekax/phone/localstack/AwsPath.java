package com.hekax.phone.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.contracts.LeadCaptured;
import com.hekax.phone.contracts.LeadDetails;
import com.hekax.phone.contracts.LeadId;
import com.hekax.phone.contracts.TimeOrderedUuid;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.operations.job.RelayOutboxJob;
import com.hekax.phone.platform.events.EventBus;
import com.hekax.phone.platform.events.Outbox;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.runner.template.Application;
import com.hekax.phone.runner.template.Application.Queue;
import com.hekax.phone.runner.template.Application.Rule;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A row of the outbox, the bus, the rule and the queue as the templates describe them, and the
 * worker: what unit tests take apart runs here in one piece, over the protocols that AWS speaks.
 * Each subclass brings somebody who plays AWS.
 */
abstract class AwsPath extends DatabaseTest {
  /** The consumer whose rule and queue are used: the first one that there is. */
  private static final String CONSUMER = "DeliverWebhooks";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  protected static final Application TEMPLATES =
      Application.read(
          Path.of(System.getProperty("hekax.root", "../..")).resolve("template.yaml"),
          Map.of("Stage", "local", "DomainName", "localhost", "CertificateArn", "none"));

  /** Where EventBridge and Secrets Manager are. */
  protected abstract URI endpoint();

  /** Where SQS is. */
  protected abstract URI queueEndpoint();

  protected abstract void putSecret(String name, String value);

  @Override
  protected Map<String, String> moreSettings() {
    return Map.of(
        "AWS_ENDPOINT_URL",
        endpoint().toString(),
        "EVENT_BUS_NAME",
        rule().bus(),
        "SECRETS_PREFIX",
        "hekax/local");
  }

  @BeforeEach
  void given_an_empty_outbox_and_an_empty_queue() {
    sql("delete from outbox");
    try (var queues = queues()) {
      while (receive(queues, Duration.ZERO).isPresent()) {
        // Each is deleted as it is received.
      }
    }
  }

  @Test
  void an_event_that_waits_in_the_outbox_reaches_its_worker_once() {
    var event = captured();
    saveWithoutPublishing(event);
    var worker = function(LeadCapturedWorker::new);
    LeadCapturedWorker.RECEIVED.clear();

    function(RelayOutboxJob::new).run();

    var body = receive();
    assertThat(body.path("detail-type").asText()).isEqualTo("LeadCaptured");
    assertThat(body.path("source").asText()).isEqualTo("hekax.localstack");
    assertThat(body.path("id").asText()).isNotEmpty();
    assertThat(Instant.parse(body.path("time").asText()))
        .isBetween(event.occurredAt().minusSeconds(1), event.occurredAt().plusSeconds(1));
    assertThat(worker.deliverBodies(Json.write(body), Json.write(body))).isEmpty();
    assertThat(LeadCapturedWorker.RECEIVED).containsExactly(event);
    assertThat(rows("select id from outbox where published_at is null")).isEmpty();
  }

  @Test
  void an_event_is_on_the_queue_right_after_the_commit_that_makes_it_true() {
    var event = captured();

    platform()
        .database()
        .useTransaction(event.organization(), tx -> platform().outbox().add(tx, event));

    assertThat(receive().path("detail").path("event").path("eventId").asText())
        .isEqualTo(event.eventId().toString());
  }

  @Test
  void an_event_that_the_rule_does_not_name_is_published_and_comes_to_no_queue() {
    sql(
        """
        insert into outbox (id, organization_id, source, type, detail, correlation_id, occurred_at)
        values (?, ?, 'hekax.localstack', 'NobodyListens', '{}', 'test', now() - interval '1 minute')
        """,
        TimeOrderedUuid.next(),
        acme().id().value());
    var marker = captured();
    saveWithoutPublishing(marker);

    function(RelayOutboxJob::new).run();

    assertThat(rows("select id from outbox where published_at is null")).isEmpty();
    assertThat(receive().path("detail-type").asText()).isEqualTo("LeadCaptured");
    try (var queues = queues()) {
      assertThat(receive(queues, Duration.ofSeconds(1))).isEmpty();
    }
  }

  /** What the secret of the test holds. */
  record Account(String user, String token) {}

  @Test
  void a_secret_is_read_and_serves_from_memory() {
    putSecret("hekax/local/vendor", "{\"user\":\"u-1\",\"token\":\"t-1\"}");
    var first = platform().secrets().get("vendor", Account.class);
    putSecret("hekax/local/vendor", "{\"user\":\"u-2\",\"token\":\"t-2\"}");

    assertThat(first).isEqualTo(new Account("u-1", "t-1"));
    assertThat(platform().secrets().get("vendor", Account.class)).isSameAs(first);
  }

  protected static Rule rule() {
    return TEMPLATES.rules().stream()
        .filter(rule -> rule.name().contains(CONSUMER))
        .findFirst()
        .orElseThrow();
  }

  protected static Queue queue() {
    var arn = rule().targets().getFirst().arn();
    return TEMPLATES.queues().stream()
        .filter(queue -> arn.endsWith(":" + queue.name()))
        .findFirst()
        .orElseThrow();
  }

  protected SqsClient queues() {
    return SqsClient.builder()
        .endpointOverride(queueEndpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private LeadCaptured captured() {
    var now = platform().clock().instant().minusSeconds(60);
    var lead =
        new LeadDetails(
            LeadId.create(),
            "Ada Example",
            Optional.of("+14155550100"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("A new crown"),
            "NEW",
            "CALL",
            Optional.empty(),
            Optional.empty(),
            now,
            now,
            1);
    return new LeadCaptured(TimeOrderedUuid.next(), acme().id(), now, lead);
  }

  /** As a request does whose publishing fails after its commit. */
  private void saveWithoutPublishing(LeadCaptured event) {
    var unreachable =
        new EventBus(
            () -> {
              throw SdkClientException.create("The bus is away");
            },
            "away");
    var outbox = new Outbox(platform().database(), unreachable, service(), platform().clock());
    platform().database().useTransaction(event.organization(), tx -> outbox.add(tx, event));
    assertThat(rows("select id from outbox where published_at is null and id = ?", event.eventId()))
        .hasSize(1);
  }

  private JsonNode receive() {
    try (var queues = queues()) {
      return receive(queues, PATIENCE)
          .orElseThrow(() -> new AssertionError("No message came within " + PATIENCE));
    }
  }

  /** The next message, which is deleted. */
  private Optional<JsonNode> receive(SqsClient queues, Duration within) {
    var url = queues.getQueueUrl(request -> request.queueName(queue().name())).queueUrl();
    var end = Instant.now().plus(within);
    do {
      var messages =
          queues
              .receiveMessage(
                  request ->
                      request.queueUrl(url).waitTimeSeconds((int) Math.min(5, within.toSeconds())))
              .messages();
      if (!messages.isEmpty()) {
        var message = messages.getFirst();
        queues.deleteMessage(
            request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
        return Optional.of(Json.tree(message.body()));
      }
    } while (Instant.now().isBefore(end));
    return Optional.empty();
  }

  /** What SQS is told of a queue. */
  protected static Map<String, String> attributes(Queue queue) {
    return Map.of(
        "VisibilityTimeout", Long.toString(queue.visibilityTimeout().toSeconds()),
        "MessageRetentionPeriod", Long.toString(queue.retention().toSeconds()));
  }
}
