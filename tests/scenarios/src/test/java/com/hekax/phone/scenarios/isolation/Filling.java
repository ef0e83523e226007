package com.hekax.phone.scenarios.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** How a request is filled in where the API document leaves a choice. */
public interface Filling {
  /** All that is required, with one value that will do. */
  Filling SAMPLE =
      new Filling() {
        @Override
        public boolean includes(String name) {
          return false;
        }

        @Override
        public Optional<JsonNode> value(String name, JsonNode schema) {
          return Optional.empty();
        }
      };

  /** Whether something that may be left out is there. */
  boolean includes(String name);

  /** The value of a property or parameter, instead of a sample. */
  Optional<JsonNode> value(String name, JsonNode schema);
}
