package com.hekax.phone.architecture;

import java.util.List;
import java.util.Locale;

/** The pages of the API document, with references followed. */
final class ApiPage {
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  /** One method of a path. */
  record Operation(String route, Place place) {}

  /** A node, and the page on which it stands. */
  record Place(String page, StackNode node) {

    Place at(String... keys) {
      var place = this;
      for (var key : keys) {
        place = new Place(place.page, place.node.at(key)).resolved();
      }
      return place;
    }

    private Place resolved() {
      var reference = node.at("$ref").text();
      if (reference.isEmpty()) {
        return this;
      }
      int hash = reference.indexOf('#');
      var target = hash == 0 ? page : reference.substring(0, hash);
      var keys =
          List.of(reference.substring(hash + 2).split("/", -1)).stream()
              .map(key -> key.replace("~1", "/").replace("~0", "~"))
              .toArray(String[]::new);
      return new Place(target, read(target)).at(keys);
    }
  }

  /** All routes of a domain's page. */
  static List<Operation> operations(String domain) {
    var page = new Place(domain + ".yaml", read(domain + ".yaml"));
    return page.node().at("paths").fields().stream()
        .flatMap(
            path ->
                METHODS.stream()
                    .filter(method -> path.getValue().at(method).isPresent())
                    .map(
                        method ->
                            new Operation(
                                method.toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                page.at("paths", path.getKey(), method))))
        .toList();
  }

  private static StackNode read(String page) {
    return StackYaml.read(StackTemplate.repository().resolve("docs/api").resolve(page));
  }

  private ApiPage() {}
}
