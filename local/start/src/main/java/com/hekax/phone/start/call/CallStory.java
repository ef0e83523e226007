package com.hekax.phone.start.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** A scripted call as people read it: the dialogue as it is spoken, then where it arrived. */
final class CallStory {
  /** Whoever listens knows half a second after the last word that it was the last. */
  private static final long NOTICED_LATE_MILLIS = 800;

  private final PrintStream output;
  private boolean streaming;
  private long streamEndedAt;

  CallStory(PrintStream output) {
    this.output = output;
  }

  /** One thing that happens in the call; what only engineers ask for is in the JSON. */
  void tell(JsonNode entry) {
    switch (entry.path("kind").asText()) {
      case "stream-started" -> streaming = true;
      case "stream-stopped", "stream-error" -> streamEnded(entry);
      case "said" -> line(entry, who(entry.path("by").asText()), quoted(entry));
      case "heard" -> heard(entry);
      case "verb" -> verb(entry);
      case "bridged" -> line(entry, "", "is put through");
      case "dialed" ->
          line(entry, "", "the ringing ends: " + entry.path("DialCallStatus").asText());
      case "recording" ->
          line(entry, "", "%d s are recorded".formatted(entry.path("seconds").asLong()));
      case "dtmf" -> line(entry, "caller", "presses " + entry.path("digit").asText());
      case "clear" -> line(entry, "", "the assistant stops talking");
      case "status" -> line(entry, "", entry.path("status").asText());
      case "hang-up" -> line(entry, who(entry.path("by").asText()), "hangs up");
      case "line-lost" -> line(entry, "", "the line is lost");
      case "error" -> wrong(entry);
      default -> {}
    }
    output.flush();
  }

  private void streamEnded(JsonNode entry) {
    streaming = false;
    streamEndedAt = entry.path("atMillis").asLong();
    if (entry.path("kind").asText().equals("stream-error")) {
      wrong(entry);
    }
  }

  /** What people say to each other was told when they said it, and Twilio's words as its verb. */
  private void heard(JsonNode entry) {
    boolean byAssistant =
        streaming || entry.path("atMillis").asLong() - streamEndedAt <= NOTICED_LATE_MILLIS;
    if (byAssistant
        && entry.path("by").asText().equals("caller")
        && !entry.path("voice").asText().equals("colleague")) {
      line(entry, "assistant", quoted(entry));
    }
  }

  private void verb(JsonNode entry) {
    if (entry.path("verb").asText().equals("Say")) {
      line(entry, "Twilio", quoted(entry));
    }
  }

  private void wrong(JsonNode entry) {
    line(entry, "error", entry.path("code").asText() + " " + entry.path("message").asText());
  }

  /** Where the call arrived, and what of it is missing. */
  void tell(CallReport report, Set<Expected> missing) {
    output.println();
    report.call().ifPresent(this::call);
    for (var event : report.events()) {
      finding("", "%s %s".formatted(event.path("at").asText(), event.path("kind").asText()));
    }
    for (var message : report.messages()) {
      finding(
          "Message",
          "for %s: %s"
              .formatted(
                  message.path("forWhom").asText("nobody named"),
                  message.path("message").asText()));
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
    for (var message : report.slackMessages().orElse(List.of())) {
      finding("Slack", message.path("text").asText());
    }
    for (var mail : report.mails()) {
      finding("E-mail", mail.path("subject").asText());
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
                outcome(call),
                call.path("talkSeconds").asInt()));
  }

  private static String outcome(JsonNode call) {
    var outcome = call.path("outcome").asText("no outcome");
    return call.path("transferredTo").isTextual()
        ? outcome + " to " + call.path("transferredTo").asText()
        : outcome;
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
  private static String who(String by) {
    return switch (by) {
      case "rest" -> "assistant";
      case "called" -> "person";
      default -> by;
    };
  }

  private void line(JsonNode entry, String who, String what) {
    output.printf("%7.1f s  %-10s %s%n", entry.path("atMillis").asLong() / 1000.0, who, what);
  }

  private void finding(String what, String text) {
    output.printf("%-10s %s%n", what, text);
  }
}
