package com.hekax.phone.notifications.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hekax.phone.contracts.Id;
import com.hekax.phone.contracts.TimeOrderedUuid;
import java.util.UUID;

/** One address that an organization wants to be told at. */
public record WebhookId(@JsonValue UUID value) implements Id {

  /** A new id; later ids sort after earlier ones. */
  public static WebhookId create() {
    return new WebhookId(TimeOrderedUuid.next());
  }

  /**
   * Reads an id as it stands in paths.
   *
   * @throws IllegalArgumentException if {@code text} is no UUID
   */
  @JsonCreator
  public static WebhookId parse(String text) {
    return new WebhookId(Id.uuid(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
