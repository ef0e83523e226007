package com.hekax.phone.runner.queues;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.runner.template.Naming;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The few SQS operations that the runner needs, as AWS JSON 1.0. The SDK would do the same for a
 * second of start-up time.
 */
final class SqsClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI endpoint;

  SqsClient(URI endpoint) {
    this.endpoint = endpoint;
  }

  void create(String queue, Map<String, String> attributes) throws InterruptedException {
    var request = JSON.createObjectNode().put("QueueName", queue);
    attributes.forEach(request.putObject("Attributes")::put);
    call("CreateQueue", request);
  }

  void send(String queue, String body) throws InterruptedException {
    call("SendMessage", to(queue).put("MessageBody", body));
  }

  /** Waits for messages, at most so long; empty when none came. */
  List<JsonNode> receive(String queue, int most, Duration wait) throws InterruptedException {
    var request = to(queue).put("MaxNumberOfMessages", most);
    request.put("WaitTimeSeconds", wait.toSeconds());
    request.putArray("AttributeNames").add("All");
    request.putArray("MessageAttributeNames").add("All");
    return List.copyOf(call("ReceiveMessage", request).path("Messages").valueStream().toList());
  }

  void delete(String queue, Collection<String> receiptHandles) throws InterruptedException {
    var request = to(queue);
    var entries = request.putArray("Entries");
    for (var handle : receiptHandles) {
      entries.addObject().put("Id", Integer.toString(entries.size())).put("ReceiptHandle", handle);
    }
    call("DeleteMessageBatch", request);
  }

  /** Messages that wait, are delayed or are being worked on. */
  int depth(String queue) throws InterruptedException {
    var request = to(queue);
    request.putArray("AttributeNames").add("All");
    var attributes = call("GetQueueAttributes", request).path("Attributes");
    return attributes.path("ApproximateNumberOfMessages").asInt()
        + attributes.path("ApproximateNumberOfMessagesNotVisible").asInt()
        + attributes.path("ApproximateNumberOfMessagesDelayed").asInt();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private ObjectNode to(String queue) {
    return JSON.createObjectNode().put("QueueUrl", endpoint + "/" + Naming.ACCOUNT + "/" + queue);
  }

  private JsonNode call(String operation, ObjectNode request) throws InterruptedException {
    try {
      var call =
          HttpRequest.newBuilder(endpoint)
              .header("X-Amz-Target", "AmazonSQS." + operation)
              .header("Content-Type", "application/x-amz-json-1.0")
              .timeout(Duration.ofSeconds(30))
              .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request)))
              .build();
      var response = http.send(call, BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IOException(operation + " answered " + response.statusCode());
      }
      return response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
