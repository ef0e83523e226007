package com.hekax.phone.receptionist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the model is told of a tool is what the route takes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ToolboxTest {
  private static final Path PAGES = Path.of("../../docs/api");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  static Stream<Tool> toolsWithARoute() {
    return Toolbox.all().stream().filter(tool -> tool.path().isPresent());
  }

  @ParameterizedTest
  @MethodSource("toolsWithARoute")
  void its_parameters_are_the_body_of_its_route(Tool tool) throws IOException {
    var route = route(tool);

    assertThat(resolved(route.at("/requestBody/content/application~1json/schema"), page(tool)))
        .isEqualTo(tool.parameters());
  }

  @ParameterizedTest
  @MethodSource("toolsWithARoute")
  void its_route_is_for_calls_and_takes_the_id_of_the_tool_call_as_key(Tool tool)
      throws IOException {
    var route = route(tool);

    assertThat(route.path("security").path(0).has("call")).isTrue();
    assertThat(route.path("parameters"))
        .extracting(parameter -> parameter.path("$ref").asText())
        .containsExactly("common.yaml#/components/parameters/IdempotencyKey");
  }

  @Test
  void a_model_is_told_nothing_that_the_vendor_does_not_take() {
    assertThat(Toolbox.all())
        .allSatisfy(
            tool -> {
              assertThat(tool.name()).matches("[a-zA-Z0-9_-]{1,64}");
              assertThat(tool.description()).isNotBlank().hasSizeLessThan(1024);
              assertThat(tool.parameters().path("type").asText()).isEqualTo("object");
            })
        .extracting(Tool::name)
        .doesNotHaveDuplicates();
  }

  @Test
  void only_what_the_bridge_does_itself_has_no_route() {
    assertThat(Toolbox.all())
        .filteredOn(tool -> tool.path().isEmpty())
        .extracting(Tool::name, Tool::then)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("end_call", Tool.Then.END));
  }

  @Test
  void the_model_is_told_the_limits_of_its_arguments() {
    assertThat(Toolbox.all())
        .flatMap(tool -> List.copyOf(tool.parameters().path("properties").properties()))
        .allSatisfy(
            property -> {
              assertThat(property.getValue().path("type").asText()).isEqualTo("string");
              assertThat(property.getValue().has("maxLength") || property.getValue().has("pattern"))
                  .as(property.getKey())
                  .isTrue();
            });
  }

  private static JsonNode route(Tool tool) throws IOException {
    return page(tool).path("paths").path(tool.path().orElseThrow()).path("post");
  }

  /** The page of the domain whose route it is. */
  private static JsonNode page(Tool tool) throws IOException {
    var domain = tool.path().orElseThrow().split("/", -1)[2];
    var page = domain.equals("bridge") ? "telephony" : domain;
    return YAML.readTree(PAGES.resolve(page + ".yaml").toFile());
  }

  /** The schema with what it refers to in it. */
  private static JsonNode resolved(JsonNode schema, JsonNode page) throws IOException {
    var reference = schema.path("$ref").asText();
    if (!reference.isEmpty()) {
      int hash = reference.indexOf('#');
      var target =
          hash == 0 ? page : YAML.readTree(PAGES.resolve(reference.substring(0, hash)).toFile());
      return resolved(target.at(reference.substring(hash + 1)), target);
    }
    if (schema instanceof ObjectNode object) {
      var copy = object.deepCopy();
      for (var field : object.properties()) {
        copy.set(field.getKey(), resolved(field.getValue(), page));
      }
      return copy;
    }
    return schema;
  }
}
