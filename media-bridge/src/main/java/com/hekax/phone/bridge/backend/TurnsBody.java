package com.hekax.phone.bridge.backend;

import com.fasterxml.jackson.core.JsonGenerator;
import com.hekax.phone.bridge.conversation.Turn;
import com.hekax.phone.bridge.json.JsonText;
import java.io.IOException;
import java.util.List;

/** Turns as the back end takes them; see docs/api/bridge.md. */
final class TurnsBody {
  private TurnsBody() {}

  static String of(List<Turn> turns) {
    return JsonText.object(
        json -> {
          json.writeArrayFieldStart("turns");
          for (var turn : turns) {
            write(json, turn);
          }
          json.writeEndArray();
        });
  }

  private static void write(JsonGenerator json, Turn turn) throws IOException {
    json.writeStartObject();
    json.writeStringField("itemId", turn.itemId());
    json.writeNumberField("position", turn.position());
    json.writeStringField("speaker", turn.speaker().name());
    json.writeStringField("text", turn.text());
    json.writeStringField("at", turn.at().toString());
    json.writeBooleanField("interrupted", turn.interrupted());
    if (turn.heardMs().isPresent()) {
      json.writeNumberField("heardMs", turn.heardMs().getAsInt());
    }
    json.writeEndObject();
  }
}
