package com.hekax.phone.bridge.conversation;

import java.util.Optional;

/**
 * Something that the model may ask for.
 *
 * @param parameters the JSON Schema of its arguments, an object
 * @param path where the back end does it; empty for what the bridge does itself
 * @param then what follows once it is done
 */
public record Tool(
    String name, String description, String parameters, Optional<String> path, Then then) {

  /** What follows a tool. */
  public enum Then {
    /** The assistant goes on talking. */
    CONTINUE,
    /** If the tool says so, the assistant hands the caller over. */
    TRANSFER,
    /** The assistant says goodbye. */
    END
  }
}
