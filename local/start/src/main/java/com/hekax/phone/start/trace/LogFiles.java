package com.hekax.phone.start.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The logs of a product on this machine: a JSON object a line. */
final class LogFiles {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path data;

  LogFiles(Path data) {
    this.data = data;
  }

  /** A line, and whose log it is in. */
  record Line(boolean ofBridge, JsonNode fields) {

    String text(String name) {
      return fields.path(name).asText("");
    }
  }

  /** All lines that say something, and mention the text anywhere, in the order of each log. */
  List<Line> mentioning(String text) throws IOException {
    var lines = new ArrayList<Line>();
    read("product.log", text, fields -> lines.add(new Line(false, fields)));
    read("bridge.log", text, fields -> lines.add(new Line(true, fields)));
    return List.copyOf(lines);
  }

  private void read(String name, String text, Consumer<JsonNode> taker) throws IOException {
    var file = data.resolve(name);
    if (!Files.exists(file)) {
      return;
    }
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.contains(text)) {
          var fields = parsed(line);
          // A metric is a line too, without a sentence.
          if (fields.path("message").isTextual()) {
            taker.accept(fields);
          }
        }
      }
    }
  }

  /** What is no JSON is not ours: a JVM that fails writes as it likes. */
  private static JsonNode parsed(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (JsonProcessingException _) {
      return MAPPER.missingNode();
    }
  }
}
