package com.hekax.phone.sandbox.twilio.twiml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A verb or noun with what stands in it, checked against the {@link Vocabulary}.
 *
 * @param text without the white space around it
 */
public record Element(
    String name, Map<String, String> attributes, List<Element> children, String text) {

  public Optional<String> find(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  public String get(String attribute, String usual) {
    return attributes.getOrDefault(attribute, usual);
  }

  public int number(String attribute, int usual) {
    return find(attribute).map(Integer::parseInt).orElse(usual);
  }

  public boolean flag(String attribute, boolean usual) {
    return find(attribute).map(Boolean::parseBoolean).orElse(usual);
  }

  /** The first of that name in it. */
  public Optional<Element> child(String childName) {
    return children.stream().filter(child -> child.name().equals(childName)).findFirst();
  }
}
