package com.hekax.phone.runner.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a template, and where it was written. */
sealed interface TemplateValue {
  Place place();

  /** The same value as maps, lists, strings, numbers and booleans. */
  Object plain();

  record Scalar(Place place, Object value) implements TemplateValue {
    @Override
    public Object plain() {
      return value;
    }

    String text() {
      return value.toString();
    }
  }

  record Items(Place place, List<TemplateValue> values) implements TemplateValue {
    @Override
    public List<Object> plain() {
      var list = new ArrayList<Object>();
      values.forEach(value -> list.add(value.plain()));
      return list;
    }
  }

  record Fields(Place place, Map<String, TemplateValue> values) implements TemplateValue {
    static Fields empty(Place place) {
      return new Fields(place, Map.of());
    }

    @Override
    public Map<String, Object> plain() {
      var map = new LinkedHashMap<String, Object>();
      values.forEach((name, value) -> map.put(name, value.plain()));
      return map;
    }
  }

  /** What {@code AWS::NoValue} resolves to: the entry that holds it is left out. */
  record Nothing(Place place) implements TemplateValue {
    @Override
    public Object plain() {
      throw place.error("AWS::NoValue stands where a value is needed");
    }
  }

  default Fields asFields(String what) {
    if (this instanceof Fields fields) {
      return fields;
    }
    throw place().error(what + " must be a map");
  }

  default Items asItems(String what) {
    if (this instanceof Items items) {
      return items;
    }
    throw place().error(what + " must be a list");
  }

  default String asText(String what) {
    if (this instanceof Scalar scalar) {
      return scalar.text();
    }
    throw place().error(what + " must be a plain value");
  }
}
