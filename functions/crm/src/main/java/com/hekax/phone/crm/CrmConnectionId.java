package com.hekax.phone.crm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hekax.phone.contracts.Id;
import com.hekax.phone.contracts.TimeOrderedUuid;
import java.util.UUID;

/** One account in a CRM that an organization has connected. */
public record CrmConnectionId(@JsonValue UUID value) implements Id {

  /** A new id; later ids sort after earlier ones. */
  public static CrmConnectionId create() {
    return new CrmConnectionId(TimeOrderedUuid.next());
  }

  /**
   * Reads an id as it stands in paths.
   *
   * @throws IllegalArgumentException if {@code text} is no UUID
   */
  @JsonCreator
  public static CrmConnectionId parse(String text) {
    return new CrmConnectionId(Id.uuid(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
