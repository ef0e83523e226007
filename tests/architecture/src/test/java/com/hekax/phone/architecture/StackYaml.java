package com.hekax.phone.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the YAML of a template, whose tags are functions of CloudFormation. */
final class StackYaml {

  /** The file as YAML sees it, with tags, anchors and quotes. */
  static Node compose(Path file) {
    try {
      return new Compose(LoadSettings.builder().setLabel(file.toString()).build())
          .composeString(Files.readString(file))
          .orElseThrow(() -> new IllegalStateException(file + " is empty"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static StackNode read(Path file) {
    return StackNode.of(value(compose(file)));
  }

  private static Object value(Node node) {
    var plain = untagged(node);
    var tag = node.getTag().getValue();
    return isFunction(tag) ? Map.of(longName(tag.substring(1)), dotted(tag, plain)) : plain;
  }

  private static Object untagged(Node node) {
    return switch (node) {
      case MappingNode map -> {
        var fields = new LinkedHashMap<String, Object>();
        map.getValue()
            .forEach(
                field ->
                    fields.put(
                        ((ScalarNode) field.getKeyNode()).getValue(), value(field.getValueNode())));
        yield fields;
      }
      case SequenceNode list -> list.getValue().stream().map(StackYaml::value).toList();
      case ScalarNode scalar -> scalar.getValue();
      default -> throw new IllegalStateException("Not in a template: " + node);
    };
  }

  /** {@code !Ref}, but not {@code !!str} nor a standard tag. */
  static boolean isFunction(String tag) {
    return tag.startsWith("!") && tag.length() > 1;
  }

  static String longName(String tag) {
    return tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag;
  }

  private static Object dotted(String tag, Object value) {
    return tag.equals("!GetAtt") && value instanceof Iterable<?> parts
        ? String.join(".", StackNode.of(parts).texts())
        : value;
  }

  private StackYaml() {}
}
