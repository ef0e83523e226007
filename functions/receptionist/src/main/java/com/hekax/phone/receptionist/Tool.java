package com.hekax.phone.receptionist;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Something that the model may ask for during a call.
 *
 * @param description when to use it, for the model
 * @param parameters JSON Schema of its arguments: the body of the route that does it
 * @param path that route, asked by POST; empty for what the media bridge does itself
 */
public record Tool(
    String name,
    String description,
    JsonNode parameters,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> path,
    Then then) {

  /** What follows once it is done. */
  public enum Then {
    CONTINUE,
    TRANSFER,
    END
  }
}
