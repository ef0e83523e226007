package com.hekax.phone.runner.template;

import com.hekax.phone.runner.template.TemplateValue.Fields;
import com.hekax.phone.runner.template.TemplateValue.Items;
import com.hekax.phone.runner.template.TemplateValue.Scalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads one template file. The short forms of intrinsic functions become their long forms: {@code
 * !Sub x} is {@code {"Fn::Sub": x}}.
 */
final class YamlFile {
  private static final Set<String> WITHOUT_PREFIX = Set.of("Ref", "Condition");

  private final String name;

  private YamlFile(String name) {
    this.name = name;
  }

  /**
   * @param name what errors call the file
   */
  static Fields read(Path file, String name) {
    var settings = LoadSettings.builder().setLabel(name).setAllowDuplicateKeys(false).build();
    try (var text = Files.newBufferedReader(file)) {
      var node = new Compose(settings).composeReader(text);
      var nowhere = new Place(name, "", 1);
      return new YamlFile(name)
          .value(node.orElseThrow(() -> nowhere.error("the file is empty")), List.of())
          .asFields("A template");
    } catch (YamlEngineException invalid) {
      throw new TemplateException(name + ": " + invalid.getMessage());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private TemplateValue value(Node node, List<String> path) {
    var place = place(node, path);
    if (node instanceof AnchorNode || node.getAnchor().isPresent()) {
      throw place.error("CloudFormation knows no YAML anchors");
    }
    var tag = node.getTag().getValue();
    if (!tag.startsWith("!")) {
      return untagged(node, path, place);
    }
    var function = tag.substring(1);
    var name = WITHOUT_PREFIX.contains(function) ? function : "Fn::" + function;
    return new Fields(place, ordered(name, untagged(node, path, place)));
  }

  private TemplateValue untagged(Node node, List<String> path, Place place) {
    return switch (node) {
      case MappingNode map -> fields(map, path, place);
      case SequenceNode list -> {
        var values = new ArrayList<TemplateValue>();
        list.getValue().forEach(item -> values.add(value(item, path)));
        yield new Items(place, values);
      }
      case ScalarNode scalar -> new Scalar(place, scalar(scalar));
      default -> throw place.error("a kind of YAML node that templates do not use");
    };
  }

  private Fields fields(MappingNode map, List<String> path, Place place) {
    var values = new LinkedHashMap<String, TemplateValue>();
    for (var entry : map.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw place.error("a key must be text");
      }
      var inner = new ArrayList<>(path);
      inner.add(key.getValue());
      values.put(key.getValue(), value(entry.getValueNode(), inner));
    }
    return new Fields(place, values);
  }

  private Place place(Node node, List<String> path) {
    var line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    var inResource = path.size() >= 2 && path.getFirst().equals("Resources");
    return new Place(name, inResource ? path.get(1) : "", line);
  }

  private static Object scalar(ScalarNode node) {
    var text = node.getValue();
    var tag = node.getTag();
    if (tag.equals(Tag.BOOL)) {
      return Boolean.valueOf(text);
    }
    if (tag.equals(Tag.INT)) {
      return new BigDecimal(text).longValueExact();
    }
    if (tag.equals(Tag.FLOAT)) {
      return new BigDecimal(text);
    }
    return tag.equals(Tag.NULL) ? "" : text;
  }

  private static Map<String, TemplateValue> ordered(String name, TemplateValue value) {
    var map = new LinkedHashMap<String, TemplateValue>();
    map.put(name, value);
    return map;
  }
}
