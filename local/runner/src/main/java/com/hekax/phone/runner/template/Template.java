package com.hekax.phone.runner.template;

import com.hekax.phone.runner.template.TemplateValue.Fields;
import com.hekax.phone.runner.template.TemplateValue.Items;
import com.hekax.phone.runner.template.TemplateValue.Scalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One template file, its sections told apart and checked for strangers. */
final class Template {
  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Transform",
          "Description",
          "Metadata",
          "Parameters",
          "Mappings",
          "Conditions",
          "Globals",
          "Resources",
          "Outputs");
  private static final Set<String> RESOURCE_ATTRIBUTES =
      Set.of(
          "Type",
          "Properties",
          "Condition",
          "DependsOn",
          "DeletionPolicy",
          "UpdateReplacePolicy",
          "UpdatePolicy",
          "Metadata");
  private static final Map<String, String> GLOBALS =
      Map.of(
          "Function", "AWS::Serverless::Function",
          "HttpApi", "AWS::Serverless::HttpApi",
          "WebSocketApi", "AWS::Serverless::WebSocketApi");

  private final Path file;
  private final Fields root;

  private Template(Path file, Fields root) {
    this.file = file;
    this.root = root;
  }

  /**
   * @param base errors name the file relative to it
   */
  static Template read(Path file, Path base) {
    var root = YamlFile.read(file, base.relativize(file).toString());
    refuseOthers(root, SECTIONS, "section");
    var template = new Template(file, root);
    refuseOthers(template.section("Globals"), GLOBALS.keySet(), "globals of");
    var transform = root.values().get("Transform");
    if (transform != null
        && !(transform instanceof Scalar text
            && text.text().equals("AWS::Serverless-2016-10-31"))) {
      throw transform.place().error("the only transform that the runner knows is SAM's");
    }
    return template;
  }

  Path directory() {
    return file.toAbsolutePath().resolveSibling("");
  }

  Fields section(String name) {
    var section = root.values().get(name);
    return section == null ? Fields.empty(root.place()) : section.asFields(name);
  }

  /** The condition that a resource or output hangs on. */
  static Optional<String> condition(Fields declaration) {
    return Optional.ofNullable(declaration.values().get("Condition"))
        .map(value -> value.asText("Condition"));
  }

  Resource resource(String id, Fields declaration) {
    refuseOthers(declaration, RESOURCE_ATTRIBUTES, "resource attribute");
    var type = declaration.values().get("Type");
    if (type == null) {
      throw declaration.place().error("a resource needs a Type");
    }
    var place = new Place(declaration.place().file(), id, type.place().line());
    var own = declaration.values().get("Properties");
    var properties = own == null ? Fields.empty(place) : own.asFields("Properties");
    return new Resource(
        id,
        type.asText("Type"),
        place,
        (Fields) merge(globals(type.asText("Type"), place), properties),
        texts(declaration.values().get("DependsOn")));
  }

  private Fields globals(String type, Place place) {
    var globals = section("Globals");
    for (var entry : GLOBALS.entrySet()) {
      var section = globals.values().get(entry.getKey());
      if (entry.getValue().equals(type) && section != null) {
        return section.asFields("Globals");
      }
    }
    return Fields.empty(place);
  }

  /**
   * SAM's rule: maps are merged, lists are joined with the global items first, the rest replaced.
   */
  private static TemplateValue merge(TemplateValue global, TemplateValue own) {
    if (global instanceof Fields left && own instanceof Fields right && !isIntrinsic(right)) {
      var merged = new LinkedHashMap<>(left.values());
      right
          .values()
          .forEach(
              (name, value) -> {
                var before = left.values().get(name);
                merged.put(name, before == null ? value : merge(before, value));
              });
      return new Fields(own.place(), merged);
    }
    if (global instanceof Items left && own instanceof Items right) {
      var joined = new ArrayList<>(left.values());
      joined.addAll(right.values());
      return new Items(own.place(), joined);
    }
    return own;
  }

  private static boolean isIntrinsic(Fields fields) {
    return fields.values().keySet().stream()
        .anyMatch(name -> name.equals("Ref") || name.startsWith("Fn::"));
  }

  private static void refuseOthers(Fields fields, Set<String> known, String what) {
    fields
        .values()
        .forEach(
            (name, value) -> {
              if (!known.contains(name)) {
                throw value.place().error("the runner does not know the " + what + " " + name);
              }
            });
  }

  private static List<String> texts(@Nullable TemplateValue value) {
    return switch (value) {
      case null -> List.of();
      case Items items -> items.values().stream().map(item -> item.asText("DependsOn")).toList();
      default -> List.of(value.asText("DependsOn"));
    };
  }
}
