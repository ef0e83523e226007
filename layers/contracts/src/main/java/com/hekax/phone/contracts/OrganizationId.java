package com.hekax.phone.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * One business on the system: the tenant. Every row, event and token that belongs to a business
 * names it.
 */
public record OrganizationId(@JsonValue UUID value) implements Id {

  /** A new id; later ids sort after earlier ones. */
  public static OrganizationId create() {
    return new OrganizationId(TimeOrderedUuid.next());
  }

  /**
   * Reads an id as it stands in paths and bodies.
   *
   * @throws IllegalArgumentException if {@code text} is no UUID
   */
  @JsonCreator
  public static OrganizationId parse(String text) {
    return new OrganizationId(Id.uuid(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
