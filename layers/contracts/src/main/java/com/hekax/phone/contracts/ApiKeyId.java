package com.hekax.phone.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A key by which a program of an organization asks. */
public record ApiKeyId(@JsonValue UUID value) implements Id {

  /** A new id; later ids sort after earlier ones. */
  public static ApiKeyId create() {
    return new ApiKeyId(TimeOrderedUuid.next());
  }

  /**
   * Reads an id as it stands in paths and bodies.
   *
   * @throws IllegalArgumentException if {@code text} is no UUID
   */
  @JsonCreator
  public static ApiKeyId parse(String text) {
    return new ApiKeyId(Id.uuid(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
