package com.hekax.phone.scenarios.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The pages of the API document, and bodies that they allow. */
public final class ApiPages {
  private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
  private final Path folder;
  private final Map<String, JsonNode> pages = new ConcurrentHashMap<>();

  ApiPages(Path folder) {
    this.folder = folder;
  }

  /** A body of a route with all that it requires; empty when it takes none. */
  String sampleBody(String method, String path) {
    return body(method, path, Filling.SAMPLE).map(JsonNode::toString).orElse("");
  }

  /** Whether a route says that programs may ask it with a key. */
  boolean takesKeys(String method, String path) {
    return operation(method, path)
        .node()
        .path("security")
        .valueStream()
        .anyMatch(scheme -> scheme.has("apiKey"));
  }

  /** A body of a route, filled in as told; empty when it takes none. */
  public Optional<JsonNode> body(String method, String path, Filling filling) {
    return body(method, path, "application/json", filling);
  }

  /** The fields of a form that a route takes, filled in as told; empty when it takes none. */
  public Optional<JsonNode> form(String method, String path, Filling filling) {
    return body(method, path, "application/x-www-form-urlencoded", filling);
  }

  private Optional<JsonNode> body(String method, String path, String mediaType, Filling filling) {
    var content = operation(method, path).child("requestBody").child("content");
    var schema = content.child(mediaType).child("schema");
    return schema.node().isMissingNode()
        ? Optional.empty()
        : Optional.of(sample(path, schema, filling));
  }

  /** Some parameters of a route's query, filled in as told. */
  public Map<String, String> query(String method, String path, Filling filling) {
    var query = new TreeMap<String, String>();
    for (var parameter : operation(method, path).child("parameters").elements()) {
      var name = parameter.node().path("name").asText();
      if (parameter.node().path("in").asText().equals("query") && filling.includes(name)) {
        query.put(name, sample(name, parameter.child("schema"), filling).asText());
      }
    }
    return query;
  }

  private Place operation(String method, String path) {
    var item = resolve(new Place("openapi.yaml", page("openapi.yaml").path("paths").path(path)));
    return item.child(method.toLowerCase(Locale.ROOT));
  }

  private JsonNode sample(String what, Place schema, Filling filling) {
    var node = schema.node();
    var filled = filling.value(what, node);
    if (filled.isPresent()) {
      return filled.get();
    }
    if (node.has("example")) {
      return node.path("example");
    }
    if (node.has("enum")) {
      return node.path("enum").path(0);
    }
    if (node.has("oneOf")) {
      return JsonNodeFactory.instance.nullNode();
    }
    return switch (type(node)) {
      case "object" -> object(schema, filling);
      case "array" ->
          JsonNodeFactory.instance.arrayNode().add(sample(what, schema.child("items"), filling));
      case "integer", "number" ->
          JsonNodeFactory.instance.numberNode(node.path("minimum").asInt(1));
      case "boolean" -> JsonNodeFactory.instance.booleanNode(true);
      case "string" -> JsonNodeFactory.instance.textNode(text(what, node));
      default -> throw new IllegalStateException("No sample of " + what + ": give it an example");
    };
  }

  private JsonNode object(Place schema, Filling filling) {
    var object = JsonNodeFactory.instance.objectNode();
    var required = new HashSet<String>();
    schema.node().path("required").forEach(name -> required.add(name.asText()));
    for (var name : schema.node().path("properties").properties()) {
      if (required.contains(name.getKey()) || filling.includes(name.getKey())) {
        object.set(
            name.getKey(),
            sample(name.getKey(), schema.child("properties").child(name.getKey()), filling));
      }
    }
    return object;
  }

  /** The type, the first where there are several. */
  private static String type(JsonNode schema) {
    var type = schema.path("type");
    return type.isArray() ? type.path(0).asText() : type.asText();
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

    List<Place> elements() {
      return node.valueStream().map(element -> resolve(new Place(page, element))).toList();
    }
  }
}
