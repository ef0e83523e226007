package com.hekax.phone.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A device on which a person is signed in to one organization. */
public record SessionId(@JsonValue UUID value) implements Id {

  /** A new id; later ids sort after earlier ones. */
  public static SessionId create() {
    return new SessionId(TimeOrderedUuid.next());
  }

  /**
   * Reads an id as it stands in paths and bodies.
   *
   * @throws IllegalArgumentException if {@code text} is no UUID
   */
  @JsonCreator
  public static SessionId parse(String text) {
    return new SessionId(Id.uuid(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
