package com.hekax.phone.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What the assistant says first to a caller who is back. What the business wrote for it is meant
 * for callers whom nobody took; who was only cut off hears that instead, in the language of the
 * receptionist.
 */
final class ComingBackGreeting {
  private static final String GREETING = "resumedGreeting";

  /** By ISO 639-1, for each language that a receptionist speaks. */
  private static final Map<String, String> AFTER_LOST_LINE =
      Map.of(
          "en", "I am sorry, we were cut off for a moment. Please go on.",
          "es", "Disculpe, la llamada se ha cortado un momento. Continúe, por favor.",
          "fr", "Excusez-moi, nous avons été coupés un instant. Je vous écoute.",
          "de", "Entschuldigung, wir waren kurz unterbrochen. Bitte sprechen Sie weiter.",
          "it", "Mi scusi, la linea è caduta per un momento. Continui pure.",
          "pt", "Desculpe, a chamada caiu por um momento. Pode continuar.",
          "nl", "Sorry, de verbinding was even weg. Gaat u verder.");

  /** The snapshot with what is said for that reason. */
  static JsonNode in(JsonNode snapshot, ComingBack why) {
    return switch (why) {
      case TRANSFER_FAILED -> snapshot;
      case STREAM_LOST -> afterLostLine(snapshot);
    };
  }

  private static JsonNode afterLostLine(JsonNode snapshot) {
    var words = AFTER_LOST_LINE.get(snapshot.path("language").asText());
    if (words == null || !(snapshot instanceof ObjectNode told)) {
      return snapshot;
    }
    return told.deepCopy().put(GREETING, words);
  }

  private ComingBackGreeting() {}
}
