package com.hekax.phone.start.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Places a call and watches for where its end arrives: the signed webhook {@code call.ended} at the
 * sandbox's receiver.
 */
final class CallbacksWatch {
  private static final Duration LOOK = Duration.ofMillis(200);

  private final SandboxConsole console;
  private final String receiver;
  private final Duration patience;

  /**
   * A watch at one receiver.
   *
   * @param patience how long a webhook may take after the call
   */
  CallbacksWatch(SandboxConsole console, String receiver, Duration patience) {
    this.console = console;
    this.receiver = receiver;
    this.patience = patience;
  }

  /**
   * A call and what became of it.
   *
   * @param call as the sandbox tells it
   * @param webhook as the receiver got it; empty when none came
   */
  record Seen(JsonNode call, Optional<JsonNode> webhook) {

    /** Whether the end arrived, signed by the product. */
    @JsonProperty
    boolean arrived() {
      return webhook.filter(one -> one.path("signature").asText().equals("VALID")).isPresent();
    }
  }

  Seen watch(Map<String, ?> call) throws IOException, InterruptedException {
    var before = new HashSet<String>();
    console.received(receiver).forEach(one -> before.add(one.path("webhookId").asText()));
    var placed = console.placeCall(call);
    return new Seen(placed, wasTaken(placed) ? await(placed, before) : Optional.empty());
  }

  /** Whether the product took any of it; if not there is nothing to wait for. */
  private static boolean wasTaken(JsonNode placed) {
    return placed
        .path("callbacks")
        .valueStream()
        .anyMatch(callback -> callback.path("answer").asInt() / 100 == 2);
  }

  private Optional<JsonNode> await(JsonNode placed, Set<String> before)
      throws IOException, InterruptedException {
    var end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      for (var webhook : console.received(receiver)) {
        if (!before.contains(webhook.path("webhookId").asText()) && tellsOf(placed, webhook)) {
          return Optional.of(webhook);
        }
      }
      Thread.sleep(LOOK);
    }
    return Optional.empty();
  }

  /** A webhook has no CallSid: the number that was called and the end name the call. */
  private static boolean tellsOf(JsonNode placed, JsonNode webhook) {
    var message = Json.tree(webhook.path("body").asText());
    var call = message.path("data");
    return message.path("type").asText().equals("call.ended")
        && call.path("to").asText().equals(placed.path("to").asText())
        && Instant.parse(call.path("endedAt").asText())
            .equals(Instant.parse(placed.path("endedAt").asText()));
  }
}
