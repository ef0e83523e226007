package com.hekax.phone.platform.telemetry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Catches what is logged between its making and its closing. */
public final class LogLines implements AutoCloseable {
  private static final ObjectMapper JSON = new JsonMapper();

  private final List<String> lines = new CopyOnWriteArrayList<>();

  public LogLines() {
    Log.to(lines::add);
  }

  public List<String> texts() {
    return List.copyOf(lines);
  }

  public List<String> messages() {
    return lines.stream().map(LogLines::read).map(line -> line.path("message").asText()).toList();
  }

  /** The one line that was written. */
  public JsonNode only() {
    if (lines.size() != 1) {
      throw new AssertionError("expected one line, got " + lines);
    }
    return read(lines.getFirst());
  }

  @Override
  public void close() {
    Log.toConsole();
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + line, e);
    }
  }
}
