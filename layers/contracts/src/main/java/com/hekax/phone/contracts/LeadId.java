package com.hekax.phone.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A person who wants something from the business. */
public record LeadId(@JsonValue UUID value) implements Id {

  /** A new id; later ids sort after earlier ones. */
  public static LeadId create() {
    return new LeadId(TimeOrderedUuid.next());
  }

  /**
   * Reads an id as it stands in paths and bodies.
   *
   * @throws IllegalArgumentException if {@code text} is no UUID
   */
  @JsonCreator
  public static LeadId parse(String text) {
    return new LeadId(Id.uuid(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
