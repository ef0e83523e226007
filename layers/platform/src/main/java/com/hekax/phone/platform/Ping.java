package com.hekax.phone.platform;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The call that keeps a function's snapshot alive: SnapStart discards a version that was not called
 * for fourteen days. A weekly job sends it to every alias; nothing happens but the answer.
 */
public final class Ping {
  public static final String PAYLOAD = "{\"ping\":true}";

  public static boolean is(JsonNode event) {
    return event.size() == 1 && event.path("ping").asBoolean();
  }

  private Ping() {}
}
