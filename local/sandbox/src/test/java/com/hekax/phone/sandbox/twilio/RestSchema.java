package com.hekax.phone.sandbox.twilio;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Resources as Twilio publishes them. */
final class RestSchema {
  private static final String ADDRESS = "https://hekax.phone/twilio/rest.json";
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ADDRESS, text())));

  /** What is wrong with an answer. */
  static List<String> faultsIn(String answer, String resource) {
    return SCHEMAS
        .getSchema(SchemaLocation.of(ADDRESS + "#/$defs/" + resource))
        .validate(answer, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static String text() {
    try (var file = RestSchema.class.getResourceAsStream("/twilio/rest-2010-04-01.json")) {
      if (file == null) {
        throw new IllegalStateException("No schema");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RestSchema() {}
}
