package com.hekax.phone.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/**
 * One template file, and the root's name for it.
 *
 * @param id what the root calls the nested stack; {@code Root} for the root itself
 * @param file relative to the root of the repository
 */
record StackTemplate(String id, Path file, StackNode body) {

  /** One resource as it is written, before SAM expands it. */
  record Resource(String id, StackNode body) {
    String type() {
      return body.at("Type").text();
    }

    StackNode property(String... path) {
      return body.at("Properties").at(path);
    }

    @Override
    public String toString() {
      return id;
    }
  }

  private static final Path ROOT = Path.of(System.getProperty("hekax.root", "../.."));
  private static final List<StackTemplate> ALL = readAll();

  static Path repository() {
    return ROOT;
  }

  /** The root, then its nested stacks in the order in which it names them. */
  static List<StackTemplate> all() {
    return ALL;
  }

  static StackTemplate root() {
    return ALL.getFirst();
  }

  /** The stacks of the domains: those whose template lies under {@code functions/}. */
  static Stream<StackTemplate> domains() {
    return ALL.stream().filter(template -> template.file().startsWith("functions"));
  }

  static StackTemplate named(String id) {
    return ALL.stream()
        .filter(template -> template.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("The root has no stack " + id));
  }

  /** The domain's name, which is its folder, its jar and its package. */
  String domain() {
    return file.getName(1).toString();
  }

  Stream<Resource> resources() {
    return body.at("Resources").fields().stream()
        .map(field -> new Resource(field.getKey(), field.getValue()));
  }

  Stream<Resource> resources(String type) {
    return resources().filter(resource -> resource.type().equals(type));
  }

  Resource resource(String id) {
    return new Resource(id, body.at("Resources", id));
  }

  Stream<Resource> functions() {
    return resources("AWS::Serverless::Function");
  }

  /** The function's own setting, or what the domain's globals say. */
  StackNode setting(Resource function, String... path) {
    var own = function.property(path);
    return own.isPresent() ? own : body.at("Globals", "Function").at(path);
  }

  static Stream<StackNode> events(Resource function, String type) {
    return function.property("Events").fields().stream()
        .map(Map.Entry<String, StackNode>::getValue)
        .filter(event -> event.at("Type").text().equals(type))
        .map(event -> event.at("Properties"));
  }

  @Override
  public String toString() {
    return file.toString();
  }

  private static List<StackTemplate> readAll() {
    var root = read("Root", Path.of("template.yaml"));
    var nested =
        root.resources("AWS::Serverless::Application")
            .map(stack -> read(stack.id(), Path.of(stack.property("Location").text())));
    return Stream.concat(Stream.of(root), nested).toList();
  }

  private static StackTemplate read(String id, Path file) {
    return new StackTemplate(id, file, StackYaml.read(ROOT.resolve(file)));
  }
}
