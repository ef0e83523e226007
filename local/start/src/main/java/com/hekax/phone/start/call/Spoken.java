package com.hekax.phone.start.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A call as the sandbox tells it, asked for what happened in it. */
record Spoken(JsonNode call) {
  private static final String ASSISTANT = "assistant";
  private static final String COLLEAGUE = "colleague";

  boolean isCompleted() {
    return call.path("status").asText().equals("completed");
  }

  boolean has(String kind) {
    return all(kind).findAny().isPresent();
  }

  /** How often the caller said something while the assistant had the call. */
  long saidToAssistant() {
    boolean connected = false;
    long said = 0;
    for (var entry : call.path("timeline")) {
      switch (entry.path("kind").asText()) {
        case "stream-started" -> connected = true;
        case "stream-stopped", "stream-error" -> connected = false;
        case "said" -> said += connected && isBy(entry, "caller") ? 1 : 0;
        default -> {}
      }
    }
    return said;
  }

  /** Whether the caller and a person of the business heard each other. */
  boolean isTalkWithColleague() {
    return heard("caller", COLLEAGUE).findAny().isPresent()
        && heard("called", "caller").findAny().isPresent();
  }

  /** Whether the caller ever heard the assistant. */
  boolean isAssistantHeard() {
    return heard("caller", ASSISTANT).findAny().isPresent();
  }

  /** How ringing somebody ended, by Twilio's words for it, each time. */
  List<String> dialed() {
    return all("dialed").map(entry -> entry.path("DialCallStatus").asText()).toList();
  }

  /** Seconds of what was spoken after the tone. */
  Optional<Long> recordedSeconds() {
    return all("recording")
        .filter(entry -> entry.path("source").asText().equals("RecordVerb"))
        .map(entry -> entry.path("seconds").asLong())
        .findFirst();
  }

  /** Whether the product took what Twilio posted to a path of ours, asking or only telling. */
  boolean isTaken(String path) {
    return call.path("timeline")
        .valueStream()
        .filter(entry -> entry.path("url").asText().contains(path))
        .anyMatch(entry -> entry.path("answer").asInt() / 100 == 2);
  }

  private Stream<JsonNode> heard(String by, String voice) {
    return all("heard")
        .filter(entry -> isBy(entry, by) && entry.path("voice").asText().equals(voice));
  }

  private static boolean isBy(JsonNode entry, String who) {
    return entry.path("by").asText().equals(who);
  }

  private Stream<JsonNode> all(String kind) {
    return call.path("timeline")
        .valueStream()
        .filter(entry -> entry.path("kind").asText().equals(kind));
  }
}
