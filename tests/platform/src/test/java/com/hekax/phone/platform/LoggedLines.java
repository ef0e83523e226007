package com.hekax.phone.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.platform.telemetry.Log;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is logged between its making and its closing. */
public final class LoggedLines implements AutoCloseable {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  public LoggedLines() {
    Log.to(lines::add);
  }

  /** The lines of a level, oldest first. */
  public List<JsonNode> of(String level) {
    return lines.stream()
        .map(Json::tree)
        .filter(line -> line.path("level").asText().equals(level))
        .toList();
  }

  @Override
  public void close() {
    Log.toConsole();
  }
}
