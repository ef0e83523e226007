package com.hekax.phone.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The shapes that HubSpot publishes (repository HubSpot-public-api-spec-collection of 2026-08-21:
 * Contacts, Calls, OAuth of 2026-03 and Associations v4), without their prose. Two things differ
 * from it: a property without a value may be null, and the signed access token is left out.
 */
final class VendorSchema {
  private static final String ADDRESS = "https://hubspot.example/schemas-2026-03.json";
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ADDRESS, text())));

  /** Holds an answer against a shape. */
  static void assertFits(JsonNode json, String shape) {
    var schema = REGISTRY.getSchema(SchemaLocation.of(ADDRESS + "#/components/schemas/" + shape));
    assertThat(schema.validate(json)).as("%s against %s", json, shape).isEmpty();
  }

  private static String text() {
    try (var stream = VendorSchema.class.getResourceAsStream("/hubspot/schemas-2026-03.json")) {
      return new String(
          java.util.Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private VendorSchema() {}
}
