package com.hekax.phone.live.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What things look like in the API document of other domains, whose jars have it. */
final class ApiSchema {
  private static final String BASE = "https://hekax.phone/api/";

  /** What is wrong with a lead. */
  static List<String> faultsInLead(JsonNode lead) {
    return faultsIn(lead, "leads.yaml", "Lead");
  }

  /** What is wrong with a call. */
  static List<String> faultsInCall(JsonNode call) {
    return faultsIn(call, "calls.yaml", "Call");
  }

  private static List<String> faultsIn(JsonNode thing, String page, String schema) {
    var pages = Map.of(BASE + page, page(page), BASE + "common.yaml", page("common.yaml"));
    var config = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(config).schemas(pages))
        .getSchema(SchemaLocation.of(BASE + page + "#/components/schemas/" + schema))
        .validate(thing)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static String page(String name) {
    var file = Path.of(System.getProperty("hekax.root"), "docs", "api", name).toFile();
    try {
      return new ObjectMapper(new YAMLFactory()).readTree(file).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ApiSchema() {}
}
