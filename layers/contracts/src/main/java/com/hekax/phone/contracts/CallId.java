package com.hekax.phone.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One call, however many legs it has. */
public record CallId(@JsonValue UUID value) implements Id {

  /** A new id; later ids sort after earlier ones. */
  public static CallId create() {
    return new CallId(TimeOrderedUuid.next());
  }

  /**
   * Reads an id as it stands in paths and bodies.
   *
   * @throws IllegalArgumentException if {@code text} is no UUID
   */
  @JsonCreator
  public static CallId parse(String text) {
    return new CallId(Id.uuid(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
