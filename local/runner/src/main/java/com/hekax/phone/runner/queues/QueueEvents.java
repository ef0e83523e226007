package com.hekax.phone.runner.queues;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.runner.template.Naming;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The event that a batch of messages becomes, and the answer that tells which of them failed. */
final class QueueEvents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private QueueEvents() {}

  static byte[] event(String queue, List<JsonNode> messages) {
    var event = JSON.createObjectNode();
    var records = event.putArray("Records");
    for (var message : messages) {
      var item = records.addObject();
      item.put("messageId", message.path("MessageId").asText());
      item.put("receiptHandle", message.path("ReceiptHandle").asText());
      item.put("body", message.path("Body").asText());
      item.set("attributes", message.path("Attributes"));
      item.set("messageAttributes", attributes(message.path("MessageAttributes")));
      item.put("md5OfBody", message.path("MD5OfBody").asText());
      item.put("eventSource", "aws:sqs");
      item.put("eventSourceARN", Naming.arn("sqs", queue));
      item.put("awsRegion", Naming.REGION);
    }
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The ids of the messages that failed. Lambda takes an empty answer or list for success, and
   * anything it cannot read or does not know as failure of the whole batch: here, empty.
   */
  static Optional<Set<String>> failures(byte[] answer, Set<String> batch) {
    JsonNode read;
    try {
      read = JSON.readTree(answer);
    } catch (IOException notJson) {
      return Optional.empty();
    }
    var failed = new HashSet<String>();
    for (var failure : read.path("batchItemFailures")) {
      failed.add(failure.path("itemIdentifier").asText(""));
    }
    return batch.containsAll(failed) ? Optional.of(failed) : Optional.empty();
  }

  private static ObjectNode attributes(JsonNode attributes) {
    var converted = JSON.createObjectNode();
    attributes
        .properties()
        .forEach(
            attribute -> {
              var value = converted.putObject(attribute.getKey());
              attribute
                  .getValue()
                  .properties()
                  .forEach(part -> value.set(lowerFirst(part.getKey()), part.getValue()));
            });
    return converted;
  }

  private static String lowerFirst(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
