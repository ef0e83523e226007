package com.hekax.phone.runner.queues;

import com.hekax.phone.runner.template.Application.Queue;
import com.hekax.phone.runner.template.Naming;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/** SQS on this machine: ElasticMQ inside this JVM, with the queues of the template. */
public final class Queues implements AutoCloseable {
  private final SQSRestServer server;
  private final SqsClient client;
  private final URI uri;

  private Queues(SQSRestServer server, URI uri) {
    this.server = server;
    this.uri = uri;
    this.client = new SqsClient(uri);
  }

  /**
   * Starts the queue server.
   *
   * @param port 0 for any free one
   */
  public static Queues start(int port) {
    var builder =
        SQSRestServerBuilder.withInterface("127.0.0.1")
            .withAWSRegion(Naming.REGION)
            .withAWSAccountId(Naming.ACCOUNT);
    var server = (port == 0 ? builder.withDynamicPort() : builder.withPort(port)).start();
    try {
      var address = server.waitUntilStarted().localAddress();
      return new Queues(server, URI.create("http://127.0.0.1:" + address.getPort()));
    } catch (RuntimeException failed) {
      // Its threads are no daemons: left running they would keep the JVM from ending.
      server.stopAndWait();
      throw failed;
    }
  }

  /**
   * Makes the queues of the template, dead-letter queues first because the others name them.
   *
   * @param visibility instead of what the template says, for tests that wait for redelivery
   */
  public void create(List<Queue> queues, Optional<Duration> visibility)
      throws InterruptedException {
    var plain = queues.stream().filter(queue -> queue.redrive().isEmpty());
    var redriven = queues.stream().filter(queue -> queue.redrive().isPresent());
    for (var queue : Stream.concat(plain, redriven).toList()) {
      client.create(queue.name(), attributes(queue, visibility));
    }
  }

  public URI uri() {
    return uri;
  }

  /** Puts a message into a queue, by name or ARN. */
  public void send(String queue, String body) {
    try {
      client.send(Naming.lastPart(queue), body);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The runner is stopping", closing);
    }
  }

  /** How many messages a queue holds, whether waiting, delayed or being worked on. */
  public int depth(String queue) throws InterruptedException {
    return client.depth(queue);
  }

  SqsClient client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
    server.stopAndWait();
  }

  private static Map<String, String> attributes(Queue queue, Optional<Duration> visibility) {
    var attributes = new HashMap<String, String>();
    var seconds = visibility.orElse(queue.visibilityTimeout()).toSeconds();
    attributes.put("VisibilityTimeout", Long.toString(seconds));
    attributes.put("DelaySeconds", Long.toString(queue.delay().toSeconds()));
    if (queue.fifo()) {
      attributes.put("FifoQueue", "true");
    }
    queue
        .redrive()
        .ifPresent(
            redrive ->
                attributes.put(
                    "RedrivePolicy",
                    "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
                        .formatted(
                            Naming.arn("sqs", redrive.deadLetterQueue()),
                            redrive.maxReceiveCount())));
    return attributes;
  }
}
