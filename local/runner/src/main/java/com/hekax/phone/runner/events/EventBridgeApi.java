package com.hekax.phone.runner.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hekax.phone.runner.aws.AwsApi;
import com.hekax.phone.runner.aws.AwsException;
import com.hekax.phone.runner.aws.JsonApi;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** PutEvents, where each entry succeeds or fails on its own. */
public final class EventBridgeApi {
  private static final System.Logger LOG = System.getLogger(EventBridgeApi.class.getName());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ENTRIES = 10;
  private static final int LARGEST_DETAIL = 1024 * 1024;

  private final EventBuses buses;

  private EventBridgeApi(EventBuses buses) {
    this.buses = buses;
  }

  public static AwsApi over(EventBuses buses) {
    return new JsonApi("AWSEvents", Map.of("PutEvents", new EventBridgeApi(buses)::putEvents));
  }

  private JsonNode putEvents(JsonNode request) {
    var entries = request.path("Entries");
    if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
      throw new AwsException(
          400, "ValidationException", "PutEvents takes 1 to " + MOST_ENTRIES + " entries");
    }
    var answer = JSON.createObjectNode();
    var results = answer.putArray("Entries");
    var failures = 0;
    for (var entry : entries) {
      var result = putOne(entry);
      results.add(result);
      failures += result.has("ErrorCode") ? 1 : 0;
    }
    return answer.put("FailedEntryCount", failures);
  }

  private ObjectNode putOne(JsonNode entry) {
    var source = entry.path("Source").asText("");
    var detailType = entry.path("DetailType").asText("");
    var bus = entry.path("EventBusName").asText("default");
    if (source.isEmpty() || detailType.isEmpty()) {
      return failure("InvalidArgument", "Source and DetailType are required");
    }
    var text = entry.path("Detail").asText("");
    if (EventBuses.size(text) > LARGEST_DETAIL) {
      return failure("InvalidArgument", "The event is larger than 1 MB");
    }
    JsonNode detail;
    try {
      detail = JSON.readTree(text);
    } catch (IOException notJson) {
      return failure("MalformedDetail", "Detail is malformed.");
    }
    if (!detail.isObject()) {
      return failure("MalformedDetail", "Detail is malformed.");
    }
    var event = EventBuses.envelope(source, detailType, detail, time(entry));
    if (buses.has(bus)) {
      buses.publish(bus, event);
    } else {
      // AWS accepts such an event and drops it without a word; here somebody may wonder.
      LOG.log(System.Logger.Level.WARNING, "Dropped {0}: no event bus {1}", detailType, bus);
    }
    return JSON.createObjectNode().put("EventId", event.path("id").asText());
  }

  private static String time(JsonNode entry) {
    var given = entry.path("Time");
    var time = given.isNumber() ? Instant.ofEpochSecond(given.asLong()) : Instant.now();
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static ObjectNode failure(String code, String message) {
    return JSON.createObjectNode().put("ErrorCode", code).put("ErrorMessage", message);
  }
}
