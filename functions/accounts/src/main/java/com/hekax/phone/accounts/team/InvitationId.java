package com.hekax.phone.accounts.team;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hekax.phone.contracts.Id;
import com.hekax.phone.contracts.TimeOrderedUuid;
import java.util.UUID;

/** One person asked to join one organization. */
public record InvitationId(@JsonValue UUID value) implements Id {

  /** A new id; later ids sort after earlier ones. */
  public static InvitationId create() {
    return new InvitationId(TimeOrderedUuid.next());
  }

  /**
   * Reads an id as it stands in paths.
   *
   * @throws IllegalArgumentException if {@code text} is no UUID
   */
  @JsonCreator
  public static InvitationId parse(String text) {
    return new InvitationId(Id.uuid(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
