package com.hekax.phone.runner.queues;

import com.hekax.phone.runner.template.Application.Queue;
import com.hekax.phone.runner.template.Naming;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.pekko.actor.ActorSystem;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/** SQS on this machine: ElasticMQ inside this JVM, with the queues of the template. */
public final class Queues implements AutoCloseable {
  /** Its threads do not keep the JVM alive, and what it has to say goes the way of all logs. */
  private static final Config SYSTEM =
      ConfigFactory.parseString(
              """
              pekko.daemonic = on
              pekko.loglevel = WARNING
              pekko.loggers = ["org.apache.pekko.event.slf4j.Slf4jLogger"]
              pekko.log-dead-letters = off
              """)
          .withFallback(ConfigFactory.load());

  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final ActorSystem system;
  private final SqsClient client;
  private final URI uri;

  private Queues(ActorSystem system, URI uri) {
    this.system = system;
    this.uri = uri;
    this.client = new SqsClient(uri);
  }

  /**
   * Starts the queue server.
   *
   * @param port 0 for any free one
   */
  public static Queues start(int port) {
    var system = ActorSystem.create("queues", SYSTEM);
    try {
      var builder =
          SQSRestServerBuilder.withActorSystem(system)
              .withInterface("127.0.0.1")
              .withAWSRegion(Naming.REGION)
              .withAWSAccountId(Naming.ACCOUNT);
      var server = (port == 0 ? builder.withDynamicPort() : builder.withPort(port)).start();
      var address = server.waitUntilStarted().localAddress();
      return new Queues(system, URI.create("http://127.0.0.1:" + address.getPort()));
    } catch (RuntimeException failed) {
      stop(system);
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
    stop(system);
  }

  /** Ends it at once: its own way of stopping waits for every long poll to run out. */
  private static void stop(ActorSystem system) {
    var _ = system.terminate();
    try {
      system
          .getWhenTerminated()
          .toCompletableFuture()
          .get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException stuck) {
      throw new IllegalStateException("The queue server did not stop", stuck);
    }
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
