package com.hekax.phone.sandbox.openai.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a value in a client event may be. The codes of refusals are those of the API: {@code
 * unknown_parameter}, {@code missing_required_parameter}, {@code invalid_type} and {@code
 * invalid_value}; each names the path of the value.
 */
public sealed interface Shape {

  /**
   * Lets a value pass, or not.
   *
   * @param path of the value, as the client would write it
   * @throws Refused if it is not of this shape
   */
  void check(String path, JsonNode value);

  /** A string of limited length. */
  record Text(int longest) implements Shape {
    @Override
    public void check(String path, JsonNode value) {
      expect(path, value, JsonNodeType.STRING);
      if (value.textValue().length() > longest) {
        throw invalid(path, "string too long. Expected at most " + longest + " characters");
      }
    }
  }

  /** A string of a pattern. */
  record Matching(Pattern pattern) implements Shape {
    @Override
    public void check(String path, JsonNode value) {
      expect(path, value, JsonNodeType.STRING);
      if (!pattern.matcher(value.textValue()).matches()) {
        throw invalid(path, "string does not match pattern '" + pattern + "'");
      }
    }
  }

  /** One of some strings. */
  record Word(List<String> words) implements Shape {
    Word(String... words) {
      this(List.of(words));
    }

    @Override
    public void check(String path, JsonNode value) {
      expect(path, value, JsonNodeType.STRING);
      if (!words.contains(value.textValue())) {
        throw unsupported(path, value.textValue(), words);
      }
    }
  }

  /** A whole number of a range. A number with a fraction is none, not even 1.0. */
  record Whole(long least, long most) implements Shape {
    @Override
    public void check(String path, JsonNode value) {
      if (!value.isIntegralNumber()) {
        throw wrongType(path, "an integer", value);
      }
      if (value.longValue() < least || value.longValue() > most) {
        throw invalid(path, "expected an integer from " + least + " to " + most);
      }
    }
  }

  /** A number of a range. */
  record Decimal(double least, double most) implements Shape {
    @Override
    public void check(String path, JsonNode value) {
      expect(path, value, JsonNodeType.NUMBER);
      if (value.doubleValue() < least || value.doubleValue() > most) {
        throw invalid(path, "expected a number from " + least + " to " + most);
      }
    }
  }

  /** True or false. */
  record Flag() implements Shape {
    @Override
    public void check(String path, JsonNode value) {
      expect(path, value, JsonNodeType.BOOLEAN);
    }
  }

  /** Any object: a JSON schema, for example. */
  record Free() implements Shape {
    @Override
    public void check(String path, JsonNode value) {
      expect(path, value, JsonNodeType.OBJECT);
    }
  }

  /** Names and texts of one's own. */
  record Pairs(int most, int longestName, int longestText) implements Shape {
    @Override
    public void check(String path, JsonNode value) {
      expect(path, value, JsonNodeType.OBJECT);
      if (value.size() > most) {
        throw invalid(path, "too many properties. Expected at most " + most);
      }
      for (var pair : value.properties()) {
        if (pair.getKey().length() > longestName) {
          throw invalid(path, "property name longer than " + longestName + " characters");
        }
        new Text(longestText).check(path + "." + pair.getKey(), pair.getValue());
      }
    }
  }

  /** A list. */
  record Each(Shape element, int least, int most) implements Shape {
    Each(Shape element) {
      this(element, 0, 10_000);
    }

    @Override
    public void check(String path, JsonNode value) {
      expect(path, value, JsonNodeType.ARRAY);
      if (value.size() < least || value.size() > most) {
        throw invalid(path, "expected an array of " + least + " to " + most + " elements");
      }
      for (int i = 0; i < value.size(); i++) {
        element.check(path + "[" + i + "]", value.get(i));
      }
    }
  }

  /** An object whose fields are all known. */
  record Fields(Map<String, Shape> fields, Set<String> required) implements Shape {
    Fields(Map<String, Shape> fields, String... required) {
      this(fields, Set.of(required));
    }

    @Override
    public void check(String path, JsonNode value) {
      expect(path, value, JsonNodeType.OBJECT);
      for (var name : required) {
        if (!value.has(name)) {
          var missing = below(path, name);
          throw Refused.at(
              missing,
              "missing_required_parameter",
              "Missing required parameter: '" + missing + "'.");
        }
      }
      for (var field : value.properties()) {
        var place = below(path, field.getKey());
        var shape = fields.get(field.getKey());
        if (shape == null) {
          throw Refused.at(place, "unknown_parameter", "Unknown parameter: '" + place + "'.");
        }
        shape.check(place, field.getValue());
      }
    }
  }

  /** An object whose fields depend on the value of one of them. */
  record Kinds(String by, Map<String, Shape> kinds) implements Shape {
    @Override
    public void check(String path, JsonNode value) {
      expect(path, value, JsonNodeType.OBJECT);
      new Fields(Map.of(by, new Text(100)), by).check(path, only(value, by));
      var kind = value.path(by).asText();
      var fields = kinds.get(kind);
      if (fields == null) {
        throw unsupported(below(path, by), kind, kinds.keySet().stream().sorted().toList());
      }
      fields.check(path, value);
    }

    private static JsonNode only(JsonNode value, String field) {
      var alone = Json.object();
      if (value.has(field)) {
        alone.set(field, value.get(field));
      }
      return alone;
    }
  }

  /** A value or nothing. */
  record OrNull(Shape shape) implements Shape {
    @Override
    public void check(String path, JsonNode value) {
      if (!value.isNull()) {
        shape.check(path, value);
      }
    }
  }

  /** A shorthand that is a string, or the long form. */
  record TextOr(Shape text, Shape other) implements Shape {
    @Override
    public void check(String path, JsonNode value) {
      (value.isTextual() ? text : other).check(path, value);
    }
  }

  private static void expect(String path, JsonNode value, JsonNodeType type) {
    if (value.getNodeType() != type) {
      throw wrongType(path, article(type), value);
    }
  }

  private static Refused wrongType(String path, String expected, JsonNode value) {
    var got = value.isFloatingPointNumber() ? "a decimal" : article(value.getNodeType());
    return Refused.at(
        path,
        "invalid_type",
        "Invalid type for '%s': expected %s, but got %s instead.".formatted(path, expected, got));
  }

  private static String article(JsonNodeType type) {
    return switch (type) {
      case OBJECT -> "an object";
      case ARRAY -> "an array";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      case NULL -> "null";
      case BINARY, MISSING, POJO -> "nothing";
    };
  }

  private static Refused unsupported(String path, String value, List<String> supported) {
    var list = supported.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", "));
    return Refused.at(
        path,
        "invalid_value",
        "Invalid value: '%s'. Supported values are: %s.".formatted(value, list));
  }

  private static Refused invalid(String path, String why) {
    return Refused.at(path, "invalid_value", "Invalid '%s': %s.".formatted(path, why));
  }

  private static String below(String path, String field) {
    return path.isEmpty() ? field : path + "." + field;
  }
}
