package com.hekax.phone.scenarios.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The pages of the API document, and bodies that they allow. */
final class ApiPages {
  private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
  private final Path folder;
  private final Map<String, JsonNode> pages = new HashMap<>();

  ApiPages(Path folder) {
    this.folder = folder;
  }

  /** A body of a route with all that it requires; empty when it takes none. */
  String sampleBody(String method, String path) {
    var item = resolve(new Place("openapi.yaml", page("openapi.yaml").path("paths").path(path)));
    var content = item.child(method.toLowerCase(Locale.ROOT)).child("requestBody").child("content");
    var schema = content.child("application/json").child("schema");
    return schema.node().isMissingNode() ? "" : sample(path, schema).toString();
  }

  private JsonNode sample(String what, Place schema) {
    var node = schema.node();
    if (node.has("example")) {
      return node.path("example");
    }
    if (node.has("enum")) {
      return node.path("enum").path(0);
    }
    if (node.has("oneOf")) {
      return JsonNodeFactory.instance.nullNode();
    }
    return switch (node.path("type").asText()) {
      case "object" -> {
        var object = JsonNodeFactory.instance.objectNode();
        for (var name : node.path("required")) {
          object.set(
              name.asText(),
              sample(name.asText(), schema.child("properties").child(name.asText())));
        }
        yield object;
      }
      case "array" -> JsonNodeFactory.instance.arrayNode().add(sample(what, schema.child("items")));
      case "integer", "number" ->
          JsonNodeFactory.instance.numberNode(node.path("minimum").asInt(1));
      case "boolean" -> JsonNodeFactory.instance.booleanNode(true);
      case "string" -> JsonNodeFactory.instance.textNode(text(what, node));
      default -> throw new IllegalStateException("No sample of " + what + ": give it an example");
    };
  }

  private static String text(String what, JsonNode schema) {
    var text =
        schema.path("format").asText().equals("uuid")
            ? UUID.randomUUID().toString()
            : "sample-text";
    if (schema.has("pattern")
        && !java.util.regex.Pattern.compile(schema.path("pattern").asText()).matcher(text).find()) {
      throw new IllegalStateException(
          "No sample of " + what + " fits its pattern: give it an example in docs/api");
    }
    return text;
  }

  private JsonNode page(String name) {
    return pages.computeIfAbsent(
        name,
        _ -> {
          try {
            return yaml.readTree(folder.resolve(name).toFile());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private Place resolve(Place place) {
    var reference = place.node().path("$ref");
    if (!reference.isTextual()) {
      return place;
    }
    int hash = reference.textValue().indexOf('#');
    var file = reference.textValue().substring(0, hash);
    var target = file.isEmpty() ? place.page() : file;
    return resolve(new Place(target, page(target).at(reference.textValue().substring(hash + 1))));
  }

  private final class Place {
    private final String page;
    private final JsonNode node;

    Place(String page, JsonNode node) {
      this.page = page;
      this.node = node;
    }

    String page() {
      return page;
    }

    JsonNode node() {
      return node;
    }

    Place child(String name) {
      return resolve(new Place(page, node.path(name)));
    }
  }
}
