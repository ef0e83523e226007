package com.hekax.phone.receptionist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hekax.phone.contracts.Id;
import com.hekax.phone.contracts.TimeOrderedUuid;
import java.util.UUID;

/** One thing that a receptionist knows. */
public record FactId(@JsonValue UUID value) implements Id {

  /** A new id; later ids sort after earlier ones. */
  public static FactId create() {
    return new FactId(TimeOrderedUuid.next());
  }

  /**
   * Reads an id as it stands in paths.
   *
   * @throws IllegalArgumentException if {@code text} is no UUID
   */
  @JsonCreator
  public static FactId parse(String text) {
    return new FactId(Id.uuid(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
