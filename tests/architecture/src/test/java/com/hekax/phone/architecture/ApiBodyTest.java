package com.hekax.phone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * What a client may send is closed: no field that the document does not name, no text or list
 * without an end, and nobody says in a body whose data it is.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApiBodyTest {
  /** Names the organization that is asked for next, of those that the person belongs to. */
  private static final Set<String> NAME_AN_ORGANIZATION =
      Set.of("POST /api/auth/switch organizationId");

  private static final List<String> ENDS = List.of("maxLength", "enum", "const");

  /**
   * A schema somewhere in a body.
   *
   * @param where the route, and the path of the field in its body
   */
  private record Part(String where, ApiPage.Place schema) {

    boolean is(String type) {
      return schema.node().at("type").oneOrMore().contains(type);
    }

    boolean has(String word) {
      return schema.node().at(word).isPresent();
    }

    boolean hasAnEnd() {
      return ENDS.stream().anyMatch(this::has) || schema.node().at("pattern").text().endsWith("$");
    }

    /** It and all below it. */
    Stream<Part> walk() {
      var fields =
          schema.node().at("properties").fields().stream()
              .map(field -> below(" " + field.getKey(), "properties", field.getKey()));
      var items = has("items") ? Stream.of(below("[]", "items")) : Stream.<Part>empty();
      return Stream.concat(Stream.of(this), Stream.concat(fields, items).flatMap(Part::walk));
    }

    private Part below(String name, String... keys) {
      return new Part(where + name, schema.at(keys));
    }

    @Override
    public String toString() {
      return where;
    }
  }

  @Test
  void a_body_has_no_field_but_those_that_are_named() {
    assertThat(parts("application/json").filter(part -> part.is("object")))
        .isNotEmpty()
        .allSatisfy(
            part ->
                assertThat(part.schema().node().at("additionalProperties").text())
                    .as("additionalProperties of %s", part)
                    .isEqualTo("false"));
  }

  @Test
  void every_text_and_every_list_has_an_end() {
    assertThat(parts("application/json").filter(part -> part.is("string")))
        .isNotEmpty()
        .allMatch(Part::hasAnEnd);
    assertThat(parts("application/json").filter(part -> part.is("array")))
        .allMatch(part -> part.has("maxItems"));
  }

  @Test
  void the_organization_comes_from_the_token_and_never_from_a_body() {
    assertThat(parts("application/json").map(Part::where))
        .filteredOn(where -> where.toLowerCase(Locale.ROOT).contains("organizationid"))
        .isSubsetOf(NAME_AN_ORGANIZATION);
  }

  private static Stream<Part> parts(String mediaType) {
    return Code.domains().stream()
        .flatMap(domain -> ApiPage.operations(domain).stream())
        .map(
            operation ->
                new Part(
                    operation.route(),
                    operation.place().at("requestBody", "content", mediaType, "schema")))
        .filter(part -> part.schema().node().isPresent())
        .flatMap(Part::walk);
  }
}
