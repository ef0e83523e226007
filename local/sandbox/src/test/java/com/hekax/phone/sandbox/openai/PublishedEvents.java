package com.hekax.phone.sandbox.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The server events as OpenAI publishes them; the file says where it comes from. */
final class PublishedEvents {
  private static final String PLACE = "https://api.openai.com/realtime-server-events.json";
  private static final JsonNode FILE = file();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder -> builder.schemas(Map.of(PLACE, FILE.toString())));

  /** What is wrong with an event. */
  static List<String> faultsIn(JsonNode event) {
    var place = FILE.path("events").path(event.path("type").asText()).asText();
    if (place.isEmpty()) {
      return List.of("No event of a phone call is called " + event.path("type"));
    }
    return REGISTRY.getSchema(SchemaLocation.of(PLACE + place)).validate(event).stream()
        .map(Object::toString)
        .toList();
  }

  private static JsonNode file() {
    try (var stream =
        PublishedEvents.class.getResourceAsStream("/openai/realtime-server-events.json")) {
      return new ObjectMapper().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PublishedEvents() {}
}
