package com.hekax.phone.start.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.start.DemoData;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A call as people read it: what happened when, line by line. */
final class CallbacksStory {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
  private static final String LINE = "  %s  %-12s %s%n";

  static void print(CallbacksWatch.Seen seen, PrintStream output) {
    var call = seen.call();
    output.printf(
        "%s from %s to %s: %s, %d seconds of talk%n",
        call.path("callSid").asText(),
        call.path("from").asText(),
        call.path("to").asText(),
        call.path("outcome").asText(),
        call.path("talkSeconds").asLong());
    for (var callback : call.path("callbacks")) {
      output.printf(
          LINE, time(callback.path("at")), callback.path("status").asText(), answer(callback));
    }
    seen.webhook()
        .ifPresentOrElse(
            webhook -> printWebhook(webhook, output),
            () ->
                output.println(
                    "  No call.ended arrived at the sandbox: only Bright Dental (%s) has a webhook there, and .hekax/product.log tells what the functions did."
                        .formatted(DemoData.BRIGHT_DENTAL_NUMBER)));
  }

  private static void printWebhook(JsonNode webhook, PrintStream output) {
    output.printf(
        LINE,
        time(webhook.path("at")),
        "call.ended",
        "arrived at the webhook receiver %s, signature %s"
            .formatted(webhook.path("receiver").asText(), webhook.path("signature").asText()));
    output.print(Json.tree(webhook.path("body").asText()).toPrettyString().indent(12));
  }

  private static String answer(JsonNode callback) {
    return callback.path("answer").isNull()
        ? "not answered: " + callback.path("error").asText()
        : "answered " + callback.path("answer").asInt();
  }

  private static String time(JsonNode at) {
    return TIME.format(Instant.parse(at.asText()));
  }

  private CallbacksStory() {}
}
