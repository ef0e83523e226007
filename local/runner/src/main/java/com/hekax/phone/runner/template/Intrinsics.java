package com.hekax.phone.runner.template;

import com.hekax.phone.runner.template.TemplateValue.Fields;
import com.hekax.phone.runner.template.TemplateValue.Items;
import com.hekax.phone.runner.template.TemplateValue.Nothing;
import com.hekax.phone.runner.template.TemplateValue.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works out the intrinsic functions of one stack. Unknown ones are an error by name. */
final class Intrinsics {
  private static final Pattern HOLE = Pattern.compile("\\$\\{(!?)([^}]+)}");

  /** What a name stands for in one stack. */
  interface Names {
    TemplateValue reference(Place place, String name);

    TemplateValue attribute(Place place, String logicalId, String attribute);

    boolean condition(Place place, String name);

    TemplateValue mapping(Place place, String map, String first, String second);
  }

  private final Names names;

  Intrinsics(Names names) {
    this.names = names;
  }

  TemplateValue resolve(TemplateValue value) {
    return switch (value) {
      case Fields fields when isFunction(fields) -> call(fields);
      case Fields fields -> {
        var resolved = new LinkedHashMap<String, TemplateValue>();
        fields
            .values()
            .forEach(
                (name, inner) -> {
                  var resolvedInner = resolve(inner);
                  if (!(resolvedInner instanceof Nothing)) {
                    resolved.put(name, resolvedInner);
                  }
                });
        yield new Fields(fields.place(), resolved);
      }
      case Items items ->
          new Items(
              items.place(),
              items.values().stream()
                  .map(this::resolve)
                  .filter(item -> !(item instanceof Nothing))
                  .toList());
      case Scalar scalar -> scalar;
      case Nothing nothing -> nothing;
    };
  }

  boolean test(TemplateValue condition) {
    if (condition instanceof Fields fields && fields.values().size() == 1) {
      var name = fields.values().keySet().iterator().next();
      var argument = fields.values().values().iterator().next();
      switch (name) {
        case "Condition" -> {
          return names.condition(fields.place(), argument.asText("A condition's name"));
        }
        case "Fn::Equals" -> {
          var sides = arguments(argument, 2, name);
          return resolve(sides.get(0))
              .plain()
              .toString()
              .equals(resolve(sides.get(1)).plain().toString());
        }
        case "Fn::Not" -> {
          return !test(arguments(argument, 1, name).getFirst());
        }
        case "Fn::And" -> {
          return argument.asItems(name).values().stream().allMatch(this::test);
        }
        case "Fn::Or" -> {
          return argument.asItems(name).values().stream().anyMatch(this::test);
        }
        default -> {}
      }
    }
    throw condition.place().error("not a condition that the runner knows");
  }

  private static boolean isFunction(Fields fields) {
    if (fields.values().size() != 1) {
      return false;
    }
    var name = fields.values().keySet().iterator().next();
    return name.equals("Ref") || name.startsWith("Fn::");
  }

  private TemplateValue call(Fields fields) {
    var name = fields.values().keySet().iterator().next();
    var argument = fields.values().values().iterator().next();
    var place = fields.place();
    return switch (name) {
      case "Ref" -> names.reference(place, argument.asText("Ref"));
      case "Fn::GetAtt" -> attribute(place, argument);
      case "Fn::Sub" -> substitute(place, argument);
      case "Fn::Join" -> join(place, arguments(argument, 2, name));
      case "Fn::Select" -> select(place, arguments(argument, 2, name));
      case "Fn::Split" -> split(place, arguments(argument, 2, name));
      case "Fn::If" -> {
        var branches = arguments(argument, 3, name);
        var holds = names.condition(place, branches.getFirst().asText("The condition of Fn::If"));
        yield resolve(branches.get(holds ? 1 : 2));
      }
      case "Fn::FindInMap" -> {
        var keys = arguments(argument, 3, name).stream().map(this::text).toList();
        yield names.mapping(place, keys.get(0), keys.get(1), keys.get(2));
      }
      case "Fn::Base64" ->
          new Scalar(
              place,
              Base64.getEncoder().encodeToString(text(argument).getBytes(StandardCharsets.UTF_8)));
      // Which zones exist is no business of this machine; two names satisfy any Select.
      case "Fn::GetAZs" ->
          new Items(
              place,
              List.of(
                  new Scalar(place, Naming.REGION + "a"), new Scalar(place, Naming.REGION + "b")));
      default -> throw place.error("the runner does not know the intrinsic function " + name);
    };
  }

  private TemplateValue attribute(Place place, TemplateValue argument) {
    if (argument instanceof Items items) {
      var parts = arguments(items, 2, "Fn::GetAtt");
      return names.attribute(place, text(parts.get(0)), text(parts.get(1)));
    }
    var parts = argument.asText("Fn::GetAtt").split("\\.", 2);
    if (parts.length < 2) {
      throw place.error("Fn::GetAtt needs Resource.Attribute");
    }
    return names.attribute(place, parts[0], parts[1]);
  }

  private TemplateValue substitute(Place place, TemplateValue argument) {
    var text = argument;
    Map<String, TemplateValue> own = Map.of();
    if (argument instanceof Items items) {
      text = arguments(items, 2, "Fn::Sub").get(0);
      own = items.values().get(1).asFields("The variables of Fn::Sub").values();
    }
    var result = new StringBuilder();
    var hole = HOLE.matcher(text.asText("Fn::Sub"));
    while (hole.find()) {
      var name = hole.group(2).strip();
      String replacement;
      if (!hole.group(1).isEmpty()) {
        replacement = "${" + name + "}";
      } else if (own.containsKey(name)) {
        replacement = text(own.getOrDefault(name, text));
      } else if (name.contains(".") && !isGenerated(name)) {
        replacement = text(attribute(place, new Scalar(place, name)));
      } else {
        replacement = text(names.reference(place, name));
      }
      hole.appendReplacement(result, Matcher.quoteReplacement(replacement));
    }
    hole.appendTail(result);
    return new Scalar(place, result.toString());
  }

  /** SAM makes a function's alias and version resources of their own, named with a dot. */
  static boolean isGenerated(String name) {
    return name.endsWith(".Alias") || name.endsWith(".Version");
  }

  private TemplateValue join(Place place, List<TemplateValue> arguments) {
    var parts = new ArrayList<String>();
    resolve(arguments.get(1)).asItems("Fn::Join").values().forEach(part -> parts.add(text(part)));
    return new Scalar(place, String.join(text(arguments.get(0)), parts));
  }

  private TemplateValue select(Place place, List<TemplateValue> arguments) {
    var index = Integer.parseInt(text(arguments.get(0)));
    var items = resolve(arguments.get(1)).asItems("Fn::Select").values();
    if (index >= items.size()) {
      throw place.error("Fn::Select " + index + " of " + items.size() + " items");
    }
    return items.get(index);
  }

  private TemplateValue split(Place place, List<TemplateValue> arguments) {
    var parts = new ArrayList<TemplateValue>();
    for (var part : text(arguments.get(1)).split(Pattern.quote(text(arguments.get(0))), -1)) {
      parts.add(new Scalar(place, part));
    }
    return new Items(place, parts);
  }

  private String text(TemplateValue value) {
    return resolve(value).asText("This");
  }

  private static List<TemplateValue> arguments(TemplateValue value, int count, String function) {
    var values = value.asItems(function).values();
    if (values.size() != count) {
      throw value.place().error(function + " takes " + count + " arguments");
    }
    return values;
  }
}
