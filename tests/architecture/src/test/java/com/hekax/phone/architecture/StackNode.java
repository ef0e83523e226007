package com.hekax.phone.architecture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place in a template: a map, a list, a scalar, or nothing, which can be asked the same
 * questions. A short tag such as {@code !GetAtt} reads as its long form, {@code Fn::GetAtt}.
 */
record StackNode(Optional<Object> value) {

  static StackNode of(Object value) {
    return new StackNode(Optional.of(value));
  }

  /** The place that these keys lead to, from here. */
  StackNode at(String... keys) {
    var place = this;
    for (var key : keys) {
      place = place.child(key);
    }
    return place;
  }

  private StackNode child(String key) {
    return new StackNode(
        value.map(map -> map instanceof Map<?, ?> fields ? fields.get(key) : null));
  }

  boolean isPresent() {
    return value.isPresent();
  }

  /** The scalar as it is written; empty when there is none. */
  String text() {
    return value.filter(scalar -> !isCollection(scalar)).map(Object::toString).orElse("");
  }

  int number() {
    return Integer.parseInt(text());
  }

  List<StackNode> items() {
    return value.map(list -> list instanceof List<?> items ? items : List.of()).stream()
        .flatMap(List::stream)
        .map(StackNode::of)
        .toList();
  }

  List<String> texts() {
    return items().stream().map(StackNode::text).toList();
  }

  /** A list's items, or the one thing that stands where a list may stand, as in a policy. */
  List<String> oneOrMore() {
    return items().isEmpty() ? List.of(text()) : texts();
  }

  List<Map.Entry<String, StackNode>> fields() {
    return value.map(map -> map instanceof Map<?, ?> fields ? fields : Map.of()).stream()
        .flatMap(fields -> fields.entrySet().stream())
        .map(field -> Map.entry(field.getKey().toString(), StackNode.of(field.getValue())))
        .toList();
  }

  /** What {@code !Ref} names here. */
  String ref() {
    return at("Ref").text();
  }

  /** What {@code !GetAtt} names here, with dots: {@code Queue.Arn}. */
  String attribute() {
    return at("Fn::GetAtt").text();
  }

  /** This place and everything under it. */
  Stream<StackNode> walk() {
    var below =
        Stream.concat(
            items().stream(), fields().stream().map(Map.Entry<String, StackNode>::getValue));
    return Stream.concat(Stream.of(this), below.flatMap(StackNode::walk));
  }

  private static boolean isCollection(Object value) {
    return value instanceof Map<?, ?> || value instanceof List<?>;
  }
}
