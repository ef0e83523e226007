package com.hekax.phone.runner.template;

import com.hekax.phone.runner.template.TemplateValue.Fields;
import com.hekax.phone.runner.template.TemplateValue.Nothing;
import com.hekax.phone.runner.template.TemplateValue.Scalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A template with its parameters: what CloudFormation makes a stack of. Everything is worked out
 * when asked for, so that stacks may use each other's outputs in any order that has no circle.
 */
final class Stack implements Intrinsics.Names {
  private static final String DEFAULT_STACK = "hekax-local";

  private final String name;
  private final Template template;
  private final Path base;
  private final Map<String, TemplateValue> arguments;
  private final Intrinsics intrinsics = new Intrinsics(this);
  private final Map<String, Resource> resources = new LinkedHashMap<>();
  private final Map<String, Stack> nested = new HashMap<>();
  private final Map<String, Fields> resolved = new HashMap<>();
  private final Set<String> underWay = new LinkedHashSet<>();

  private Stack(String name, Template template, Path base, Map<String, TemplateValue> arguments) {
    this.name = name;
    this.template = template;
    this.base = base;
    this.arguments = arguments;
    readResources();
    refuseUndeclaredArguments();
  }

  /** The root stack, named as `sam deploy` would be told to name it. */
  static Stack root(Path file, Map<String, String> parameters) {
    var base = file.toAbsolutePath().resolveSibling("");
    var place = new Place("the runner's parameters", "", 0);
    var arguments = new HashMap<String, TemplateValue>();
    parameters.forEach((key, value) -> arguments.put(key, new Scalar(place, value)));
    return new Stack(DEFAULT_STACK, Template.read(file.toAbsolutePath(), base), base, arguments);
  }

  String name() {
    return name;
  }

  Path directory() {
    return template.directory();
  }

  Collection<Resource> resources() {
    return resources.values();
  }

  /** This stack and those nested in it, in the order in which CloudFormation may make them. */
  List<Stack> all() {
    var list = new ArrayList<Stack>();
    list.add(this);
    resources.values().stream()
        .filter(Resource::isNestedStack)
        .forEach(resource -> list.addAll(nested(resource).all()));
    return list;
  }

  /** The properties of a resource with every intrinsic worked out. */
  Fields properties(Resource resource) {
    var known = resolved.get(resource.id());
    if (known == null) {
      known =
          guarded(
              resource.id(),
              resource.place(),
              () -> intrinsics.resolve(resource.properties()).asFields("Properties"));
      resolved.put(resource.id(), known);
    }
    return known;
  }

  /** One property, without working out its neighbours, which may depend on this resource. */
  TemplateValue property(Resource resource, String property) {
    var value = resource.properties().values().get(property);
    return value == null ? new Nothing(resource.place()) : intrinsics.resolve(value);
  }

  Stack nested(Resource resource) {
    var known = nested.get(resource.id());
    if (known == null) {
      known = readNested(resource);
      nested.put(resource.id(), known);
    }
    return known;
  }

  @Override
  public TemplateValue reference(Place place, String reference) {
    if (reference.startsWith("AWS::")) {
      return pseudoParameter(place, reference);
    }
    var parameter = template.section("Parameters").values().get(reference);
    if (parameter != null) {
      return guarded(
          "parameter " + reference,
          place,
          () ->
              Parameters.value(
                  reference, parameter.asFields("A parameter"), arguments.get(reference)));
    }
    if (Intrinsics.isGenerated(reference)) {
      return generated(place, reference);
    }
    var resource = resource(place, reference);
    return new Scalar(place, ResourceTypes.of(resource).reference().of(this, resource));
  }

  @Override
  public TemplateValue attribute(Place place, String logicalId, String attribute) {
    var resource = resource(place, logicalId);
    if (resource.isNestedStack()) {
      if (!attribute.startsWith("Outputs.")) {
        throw place.error("a nested stack has only Outputs, not " + attribute);
      }
      return nested(resource).output(place, attribute.substring("Outputs.".length()));
    }
    var form = ResourceTypes.of(resource).attributes().get(attribute);
    if (form == null) {
      throw place.error(
          "the runner does not know the attribute " + attribute + " of " + resource.type());
    }
    return new Scalar(place, form.of(this, resource));
  }

  @Override
  public boolean condition(Place place, String condition) {
    var declared = template.section("Conditions").values().get(condition);
    if (declared == null) {
      throw place.error("there is no condition " + condition);
    }
    return intrinsics.test(declared);
  }

  @Override
  public TemplateValue mapping(Place place, String map, String first, String second) {
    TemplateValue value = template.section("Mappings");
    for (var key : List.of(map, first, second)) {
      value = value.asFields("A mapping").values().get(key);
      if (value == null) {
        throw place.error("there is no mapping " + map + "." + first + "." + second);
      }
    }
    return value;
  }

  private TemplateValue output(Place place, String output) {
    var declared = template.section("Outputs").values().get(output);
    if (declared == null || !applies(declared.asFields("An output"))) {
      throw place.error("the stack " + name + " has no output " + output);
    }
    var value = new PropertyReader(declared.asFields("An output"), "output " + output).get("Value");
    return guarded("output " + output, place, () -> intrinsics.resolve(value));
  }

  private void readResources() {
    template
        .section("Resources")
        .values()
        .forEach(
            (id, declaration) -> {
              var fields = declaration.asFields("A resource");
              var resource = template.resource(id, fields);
              ResourceTypes.of(resource);
              if (applies(fields)) {
                resources.put(id, resource);
              }
            });
  }

  private void refuseUndeclaredArguments() {
    arguments.forEach(
        (argument, value) -> {
          if (!template.section("Parameters").values().containsKey(argument)) {
            throw value.place().error("the stack " + name + " has no parameter " + argument);
          }
        });
  }

  private boolean applies(Fields declaration) {
    return Template.condition(declaration)
        .map(condition -> condition(declaration.place(), condition))
        .orElse(true);
  }

  private Resource resource(Place place, String id) {
    var resource = resources.get(id);
    if (resource == null) {
      throw place.error("there is no parameter or resource " + id);
    }
    return resource;
  }

  private Scalar generated(Place place, String reference) {
    var dot = reference.lastIndexOf('.');
    var function = resource(place, reference.substring(0, dot));
    var alias = property(function, "AutoPublishAlias");
    if (alias instanceof Nothing) {
      throw place.error(function.id() + " publishes no alias");
    }
    var arn = Naming.functionArn(ResourceTypes.physicalName(this, function));
    var qualifier = reference.endsWith(".Alias") ? alias.asText("AutoPublishAlias") : "1";
    return new Scalar(place, arn + ":" + qualifier);
  }

  private TemplateValue pseudoParameter(Place place, String reference) {
    return switch (reference) {
      case "AWS::NoValue" -> new Nothing(place);
      case "AWS::Region" -> new Scalar(place, Naming.REGION);
      case "AWS::AccountId" -> new Scalar(place, Naming.ACCOUNT);
      case "AWS::Partition" -> new Scalar(place, "aws");
      case "AWS::URLSuffix" -> new Scalar(place, "amazonaws.com");
      case "AWS::StackName" -> new Scalar(place, name);
      case "AWS::StackId" -> new Scalar(place, Naming.arn("cloudformation", "stack/" + name));
      default -> throw place.error("the runner does not know the pseudo parameter " + reference);
    };
  }

  private Stack readNested(Resource resource) {
    var reader = new PropertyReader(resource.properties(), resource.type());
    var serverless = resource.type().equals("AWS::Serverless::Application");
    var location = reader.requiredText(serverless ? "Location" : "TemplateURL");
    var passed = new HashMap<String, TemplateValue>();
    reader
        .ignore(List.of("Tags", "TimeoutInMinutes", "NotificationARNs"))
        .entries("Parameters")
        .forEach((key, value) -> passed.put(key, value));
    reader.finish();
    var file = directory().resolve(location).normalize();
    var stack = name + "-" + resource.id();
    var arguments = new LazyArguments(passed, intrinsics);
    return new Stack(stack, Template.read(file, base), base, arguments);
  }

  /** Fails with the whole circle when working something out needs itself. */
  private <T> T guarded(String what, Place place, Supplier<T> work) {
    if (!underWay.add(what)) {
      throw place.error("these need each other: " + String.join(", ", underWay));
    }
    try {
      return work.get();
    } finally {
      underWay.remove(what);
    }
  }
}
