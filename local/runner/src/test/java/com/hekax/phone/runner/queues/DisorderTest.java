package com.hekax.phone.runner.queues;

import static com.hekax.phone.runner.TestProduct.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hekax.phone.runner.Runner;
import com.hekax.phone.runner.TestProduct;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queues and buses that deliver no better than AWS promises. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // JUnit sets the folder and writes before each test.
class DisorderTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MESSAGES = 12;

  @TempDir Path folder;
  private TestProduct product;

  @BeforeEach
  void write() throws Exception {
    product = TestProduct.in(folder);
  }

  @Test
  void in_disorder_every_message_comes_more_than_once_and_another_first() throws Exception {
    var patient = product.runner().visibilityTimeout(Duration.ofSeconds(30));
    try (var runner = patient.disorder(7).start()) {
      sendAll(runner);
      await(() -> times().size() == MESSAGES && runner.queueDepth("WorkQueue") == 0);

      assertThat(times().values()).allMatch(times -> times >= 2 && times <= 3);
      assertThat(bodies()).isNotEqualTo(bodies().stream().sorted().toList());
      assertThat(batches()).allSatisfy(batch -> assertThat(ids(batch)).doesNotHaveDuplicates());
    }
  }

  @Test
  void a_message_that_failed_each_time_comes_back_and_ends_among_the_dead_letters()
      throws Exception {
    try (var runner = product.runner().disorder(7).start()) {
      runner.send("WorkQueue", "fail");

      await(() -> runner.queueDepth("WorkDeadLetterQueue") == 1);
      assertThat(runner.queueDepth("WorkDeadLetterQueue")).isEqualTo(1);
    }
  }

  @Test
  void in_disorder_a_bus_brings_an_event_to_each_target_twice() throws Exception {
    try (var runner = product.runner().disorder(7).start()) {
      publish(runner);

      await(
          () ->
              runner.queueDepth("SpareQueue") == 2
                  && times().values().stream().anyMatch(n -> n >= 4));
    }
  }

  @Test
  void out_of_disorder_every_message_comes_once() throws Exception {
    try (var runner = product.runner().disorder(7).start()) {
      runner.disorder().end();
      sendAll(runner);
      publish(runner);
      await(() -> times().size() == MESSAGES + 1 && runner.queueDepth("WorkQueue") == 0);

      assertThat(times().values()).containsOnly(1);
      assertThat(runner.queueDepth("SpareQueue")).isEqualTo(1);
    }
  }

  @Test
  void the_same_seed_decides_the_same() {
    var one = new Disorder();
    var other = new Disorder();
    one.begin(3);
    other.begin(3);

    assertThat(one.deliveries("queue", 3)).isEqualTo(other.deliveries("queue", 3));
    assertThat(one.deliveries("queue", 3)).isEqualTo(other.deliveries("queue", 3));
    other.begin(4);
    assertThat(one.deliveries("queue", 3)).isNotEqualTo(other.deliveries("queue", 3));
  }

  private static void sendAll(Runner runner) {
    IntStream.range(0, MESSAGES)
        .forEach(i -> runner.send("WorkQueue", "message %02d".formatted(i)));
  }

  private static void publish(Runner runner) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var entry =
          "{\"Entries\":[{\"Source\":\"hekax.leads\",\"DetailType\":\"LeadCaptured\",\"Detail\":\"{}\",\"EventBusName\":\"hekax-local\"}]}";
      var answer =
          client.send(
              HttpRequest.newBuilder(runner.awsEndpoint())
                  .header("X-Amz-Target", "AWSEvents.PutEvents")
                  .header("Content-Type", "application/x-amz-json-1.1")
                  .POST(BodyPublishers.ofString(entry))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
  }

  /** How often each body came. */
  private Map<String, Integer> times() throws IOException {
    var times = new HashMap<String, Integer>();
    bodies().forEach(body -> times.merge(body, 1, Integer::sum));
    return times;
  }

  private List<String> bodies() throws IOException {
    return batches().stream()
        .flatMap(batch -> batch.path("Records").valueStream())
        .map(message -> message.path("body").asText())
        .toList();
  }

  private List<JsonNode> batches() throws IOException {
    var batches = new ArrayList<JsonNode>();
    for (var line : product.recorded().lines().toList()) {
      var event = JSON.readTree(line);
      if (event.has("Records")) {
        batches.add(event);
      }
    }
    return batches;
  }

  private static List<String> ids(JsonNode batch) {
    return batch
        .path("Records")
        .valueStream()
        .map(message -> message.path("messageId").asText())
        .toList();
  }
}
