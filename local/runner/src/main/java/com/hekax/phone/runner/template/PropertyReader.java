package com.hekax.phone.runner.template;

import com.hekax.phone.runner.template.TemplateValue.Fields;
import com.hekax.phone.runner.template.TemplateValue.Scalar;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the properties of one thing and remembers which were read, so that {@link #finish} finds
 * those the runner would otherwise silently ignore.
 */
final class PropertyReader {
  private final Fields fields;
  private final String what;
  private final Set<String> known = new HashSet<>();

  /**
   * @param what how errors call the thing, for example AWS::SQS::Queue
   */
  PropertyReader(Fields fields, String what) {
    this.fields = fields;
    this.what = what;
  }

  Place place() {
    return fields.place();
  }

  Optional<TemplateValue> find(String name) {
    known.add(name);
    return Optional.ofNullable(fields.values().get(name));
  }

  TemplateValue get(String name) {
    return find(name).orElseThrow(() -> place().error(what + " needs " + name));
  }

  Optional<String> text(String name) {
    return find(name).map(value -> value.asText(name));
  }

  String requiredText(String name) {
    return get(name).asText(name);
  }

  OptionalInt integer(String name) {
    var value = find(name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(value.get().asText(name)));
    } catch (NumberFormatException invalid) {
      throw value.get().place().error(name + " must be a whole number");
    }
  }

  int integer(String name, int otherwise) {
    return integer(name).orElse(otherwise);
  }

  Duration seconds(String name, int otherwise) {
    return Duration.ofSeconds(integer(name, otherwise));
  }

  boolean flag(String name, boolean otherwise) {
    return text(name).map(Boolean::parseBoolean).orElse(otherwise);
  }

  List<TemplateValue> list(String name) {
    return find(name).map(value -> value.asItems(name).values()).orElse(List.of());
  }

  List<String> texts(String name) {
    return list(name).stream().map(value -> value.asText("An item of " + name)).toList();
  }

  /** A map inside; empty when it is absent. */
  PropertyReader inside(String name) {
    var inner = find(name).orElse(Fields.empty(place()));
    return new PropertyReader(inner.asFields(name), what + "." + name);
  }

  Map<String, TemplateValue> entries(String name) {
    return find(name).map(value -> value.asFields(name).values()).orElse(Map.of());
  }

  Map<String, String> textEntries(String name) {
    var map = new LinkedHashMap<String, String>();
    entries(name).forEach((key, value) -> map.put(key, value.asText(key)));
    return map;
  }

  /** A value that only has one meaning here; anything else is refused. */
  void expect(String name, String only) {
    var value = find(name);
    if (value.isPresent()
        && !(value.get() instanceof Scalar scalar && scalar.text().equals(only))) {
      throw value.get().place().error(name + " can only be " + only + " here");
    }
  }

  /** Names properties that change nothing on this machine. */
  PropertyReader ignore(Collection<String> names) {
    known.addAll(names);
    return this;
  }

  /** Refuses what nobody asked for. */
  void finish() {
    for (var entry : fields.values().entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw entry
            .getValue()
            .place()
            .error("the runner does not know the property " + entry.getKey() + " of " + what);
      }
    }
  }
}
