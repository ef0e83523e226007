package com.hekax.phone.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The page of the API document that a domain's jar carries ({@code api/<domain>.yaml}, OpenAPI
 * 3.1), with the page that all share. Read once while a function starts, so a snapshot keeps it.
 */
public final class ApiDocument {
  private static final String BASE = "https://hekax.phone/api/";

  /** JSON Schema 2020-12, with the words of OpenAPI around and in the schemas of a page. */
  private static final Dialect OPENAPI =
      Dialect.builder(Dialects.getDraft202012())
          .keyword(new NonValidationKeyword("paths"))
          .keyword(new NonValidationKeyword("components"))
          .keyword(new NonValidationKeyword("example"))
          .build();

  private final Map<String, JsonNode> pages = new HashMap<>();
  private final String domain;
  private final SchemaRegistry schemas;

  private ApiDocument(Class<?> inJar, String domain) {
    this.domain = domain + ".yaml";
    var texts = new HashMap<String, String>();
    var yaml = new ObjectMapper(new YAMLFactory());
    for (var page : new String[] {this.domain, "common.yaml"}) {
      try (var stream = inJar.getResourceAsStream("/api/" + page)) {
        if (stream == null) {
          throw new IllegalStateException("The jar of " + domain + " has no api/" + page);
        }
        var tree = yaml.readTree(stream);
        pages.put(page, tree);
        texts.put(BASE + page, tree.toString());
      } catch (IOException e) {
        throw new UncheckedIOException("api/" + page + " is not YAML", e);
      }
    }
    // "format" is a mere note in JSON Schema unless asked for; messages are English whatever the
    // machine speaks.
    var config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).locale(Locale.ENGLISH).build();
    this.schemas =
        SchemaRegistry.withDefaultDialect(
            OPENAPI, builder -> builder.schemaRegistryConfig(config).schemas(texts));
  }

  /** The document of the domain that a class belongs to: the package part after {@code phone}. */
  public static ApiDocument of(Class<?> type) {
    return new ApiDocument(type, type.getPackageName().split("\\.", -1)[3]);
  }

  /**
   * One route of it.
   *
   * @param route method and path, for example {@code GET /api/leads/{leadId}}
   * @throws IllegalStateException if the document does not have it
   */
  public Operation operation(String route) {
    int space = route.indexOf(' ');
    var method = route.substring(0, space).toLowerCase(Locale.ROOT);
    var path = route.substring(space + 1);
    var pointer = "/paths/" + escaped(path);
    var item = Node.at(this, domain, pointer);
    if (item.value().path(method).isMissingNode()) {
      throw new IllegalStateException("docs/api/" + domain + " does not have " + route);
    }
    return new Operation(item, item.child(method));
  }

  Schema schema(Node node) {
    return schemas.getSchema(SchemaLocation.of(BASE + node.page() + "#" + node.pointer()));
  }

  static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** A place in the document; references are followed. */
  record Node(ApiDocument document, String page, String pointer, JsonNode value) {

    static Node at(ApiDocument document, String page, String pointer) {
      var tree = document.pages.get(page);
      if (tree == null) {
        throw new IllegalStateException(
            "A reference to docs/api/" + page + ", which is not in the jar");
      }
      var value = tree.at(pointer);
      var reference = value.path("$ref");
      if (reference.isTextual()) {
        int hash = reference.textValue().indexOf('#');
        var target = reference.textValue().substring(0, hash);
        return at(
            document, target.isEmpty() ? page : target, reference.textValue().substring(hash + 1));
      }
      return new Node(document, page, pointer, value);
    }

    Node child(String name) {
      return at(document, page, pointer + "/" + escaped(name));
    }

    Node child(int index) {
      return at(document, page, pointer + "/" + index);
    }

    boolean exists() {
      return !value.isMissingNode();
    }
  }
}
