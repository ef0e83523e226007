package com.hekax.phone.notifications.slack;

import com.fasterxml.jackson.annotation.JsonValue;
import com.hekax.phone.contracts.Id;
import com.hekax.phone.contracts.TimeOrderedUuid;
import java.util.UUID;

/** The channel in Slack that an organization is told in; the same one whichever channel it is. */
public record SlackConnectionId(@JsonValue UUID value) implements Id {

  /** A new id; later ids sort after earlier ones. */
  static SlackConnectionId create() {
    return new SlackConnectionId(TimeOrderedUuid.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
