package com.hekax.phone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.architecture.DeployedFunction.HttpRoute;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The API document tells of every route, and of none that is not there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApiDocumentTest {
  private static final Path FOLDER = StackTemplate.repository().resolve("docs/api");

  /** What of a path's fields is no method. */
  private static final List<String> NO_METHODS = List.of("parameters", "summary", "description");

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#domains")
  void the_page_of_a_domain_has_exactly_its_routes(StackTemplate domain) {
    assertThat(routesOf(page(domain.domain())))
        .containsExactlyInAnyOrderElementsOf(
            functionsOf(domain)
                .map(DeployedFunction::httpRoute)
                .flatMap(Optional::stream)
                .map(HttpRoute::value)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("com.hekax.phone.architecture.StackTemplate#domains")
  void the_page_says_who_may_ask_as_the_template_does(StackTemplate domain) {
    var page = page(domain.domain());
    assertThat(functionsOf(domain).filter(function -> function.httpRoute().isPresent()))
        .allSatisfy(
            function -> {
              var route = function.httpRoute().orElseThrow();
              assertThat(securityOf(page, route))
                  .as(route.value())
                  .isEqualTo(
                      switch (route.authorizer()) {
                        case "NONE" -> Optional.of(List.of());
                        case "Call" -> Optional.of(List.of("call"));
                        default -> ofPeople(function);
                      });
            });
  }

  /** Programs as well, where a key may have the permission; nothing is said of people alone. */
  private static Optional<List<String>> ofPeople(DeployedFunction function) {
    return KeyRouteTest.isForKeys(function)
        ? Optional.of(List.of("session", "apiKey"))
        : Optional.empty();
  }

  @Test
  void the_first_page_leads_to_every_path_of_every_page() {
    var references =
        page("openapi").at("paths").fields().stream()
            .map(path -> path.getKey() + " -> " + path.getValue().at("$ref").text());
    var paths =
        Code.domains().stream()
            .flatMap(
                domain ->
                    page(domain).at("paths").fields().stream()
                        .map(path -> path.getKey() + " -> " + reference(domain, path.getKey())));

    assertThat(references).containsExactlyInAnyOrderElementsOf(paths.toList());
  }

  private static StackNode page(String name) {
    return StackYaml.read(FOLDER.resolve(name + ".yaml"));
  }

  private static Stream<DeployedFunction> functionsOf(StackTemplate domain) {
    return DeployedFunction.all().stream().filter(function -> function.stack().equals(domain));
  }

  private static List<String> routesOf(StackNode page) {
    return page.at("paths").fields().stream()
        .flatMap(
            path ->
                path.getValue().fields().stream()
                    .map(field -> field.getKey())
                    .filter(field -> !NO_METHODS.contains(field))
                    .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
        .toList();
  }

  /**
   * The schemes of the operation's own {@code security}; empty when it says nothing, which asks for
   * a session.
   */
  private static Optional<List<String>> securityOf(StackNode page, HttpRoute route) {
    int space = route.value().indexOf(' ');
    var security =
        page.at(
            "paths",
            route.value().substring(space + 1),
            route.value().substring(0, space).toLowerCase(Locale.ROOT),
            "security");
    return Optional.of(security)
        .filter(StackNode::isPresent)
        .map(StackNode::items)
        .map(
            schemes ->
                schemes.stream()
                    .flatMap(scheme -> scheme.fields().stream())
                    .map(Map.Entry::getKey)
                    .toList());
  }

  private static String reference(String domain, String path) {
    return domain + ".yaml#/paths/" + path.replace("~", "~0").replace("/", "~1");
  }
}
