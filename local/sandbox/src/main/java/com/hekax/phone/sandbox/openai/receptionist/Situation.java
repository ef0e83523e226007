package com.hekax.phone.sandbox.openai.receptionist;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * All that a response is made of.
 *
 * @param instructions of the session
 * @param asked instructions of this response alone
 * @param purpose {@code metadata.purpose} of the response
 * @param turns oldest first
 * @param tools as the session or the response offers them
 * @param toolChoice {@code auto}, {@code none}, {@code required} or one function
 */
public record Situation(
    String instructions,
    Optional<String> asked,
    Optional<String> purpose,
    List<Turn> turns,
    List<JsonNode> tools,
    JsonNode toolChoice) {

  /** A tool that may be called now. */
  Optional<JsonNode> tool(String name) {
    if (toolChoice.asText().equals("none")) {
      return Optional.empty();
    }
    return tools.stream().filter(tool -> tool.path("name").asText().equals(name)).findFirst();
  }

  /** The tool that has to be called whatever was said. */
  Optional<String> forcedTool() {
    return Optional.ofNullable(toolChoice.path("name").textValue());
  }
}
