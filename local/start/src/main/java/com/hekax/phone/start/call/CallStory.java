package com.hekax.phone.start.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import java.io.PrintStream;
import java.util.Set;

/** A scripted call as people read it: the dialogue as it is spoken, then where it arrived. */
final class CallStory {
  private final PrintStream output;

  CallStory(PrintStream output) {
    this.output = output;
  }

  /** One thing that happens in the call; what only engineers ask for is in the JSON. */
  void tell(JsonNode entry) {
    switch (entry.path("kind").asText()) {
      case "said" -> line(entry, entry.path("by").asText(), quoted(entry));
      case "heard" -> line(entry, "assistant", quoted(entry));
      case "dtmf" -> line(entry, "caller", "presses " + entry.path("digit").asText());
      case "clear" -> line(entry, "", "the assistant stops talking");
      case "status" -> line(entry, "", entry.path("status").asText());
      case "hang-up" -> line(entry, whoEnds(entry.path("by").asText()), "hangs up");
      case "line-lost" -> line(entry, "", "the line is lost");
      case "error", "stream-error" ->
          line(entry, "error", entry.path("code").asText() + " " + entry.path("message").asText());
      default -> {}
    }
    output.flush();
  }

  /** Where the call arrived, and what of it is missing. */
  void tell(CallReport report, Set<Expected> missing) {
    output.println();
    report.call().ifPresent(this::call);
    for (var event : report.events()) {
      finding("", "%s %s".formatted(event.path("at").asText(), event.path("kind").asText()));
    }
    report.lead().ifPresent(this::lead);
    for (var link : report.crmLinks()) {
      finding(
          "CRM",
          "%s %s %s %s"
              .formatted(
                  link.path("provider").asText(),
                  link.path("kind").asText(),
                  link.path("externalId").asText(""),
                  link.path("state").asText()));
    }
    for (var webhook : report.webhooks()) {
      var message = Json.tree(webhook.path("body").asText());
      finding(
          "Webhook",
          "%s, signature %s"
              .formatted(message.path("type").asText(), webhook.path("signature").asText()));
    }
    for (var one : missing) {
      finding("Missing", one + "; .hekax/product.log and .hekax/bridge.log tell what happened.");
    }
  }

  private void call(JsonNode call) {
    finding(
        "Call",
        "%s %s, %s, %d s of talk"
            .formatted(
                call.path("id").asText(),
                call.path("status").asText(),
                call.path("outcome").asText("no outcome"),
                call.path("talkSeconds").asInt()));
  }

  private void lead(JsonNode lead) {
    finding(
        "Lead",
        "%s %s, %s: %s"
            .formatted(
                lead.path("id").asText(),
                lead.path("name").asText(),
                lead.path("phone").asText("no number"),
                lead.path("need").asText()));
  }

  /** What was said; words that the sandbox does not know are a real model's. */
  private static String quoted(JsonNode entry) {
    return entry.path("text").isTextual()
        ? "\"" + entry.path("text").asText() + "\""
        : "(speaks for %.1f s)".formatted(entry.path("millis").asLong() / 1000.0);
  }

  /** Whoever asks Twilio by REST to end a call does it for the assistant. */
  private static String whoEnds(String by) {
    return by.equals("rest") ? "assistant" : by;
  }

  private void line(JsonNode entry, String who, String what) {
    output.printf("%7.1f s  %-10s %s%n", entry.path("atMillis").asLong() / 1000.0, who, what);
  }

  private void finding(String what, String text) {
    output.printf("%-10s %s%n", what, text);
  }
}
