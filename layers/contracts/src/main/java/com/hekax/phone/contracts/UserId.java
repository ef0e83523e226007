package com.hekax.phone.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A person who can sign in; one person may belong to several organizations. */
public record UserId(@JsonValue UUID value) implements Id {

  /** A new id; later ids sort after earlier ones. */
  public static UserId create() {
    return new UserId(TimeOrderedUuid.next());
  }

  /**
   * Reads an id as it stands in paths and bodies.
   *
   * @throws IllegalArgumentException if {@code text} is no UUID
   */
  @JsonCreator
  public static UserId parse(String text) {
    return new UserId(Id.uuid(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
