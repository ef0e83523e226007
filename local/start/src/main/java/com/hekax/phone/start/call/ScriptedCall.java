package com.hekax.phone.start.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.start.DemoOwner;
import com.hekax.phone.start.StartException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A caller of the sandbox rings a business and talks to whoever answers; then the business's owner
 * looks where the call arrived.
 */
final class ScriptedCall {
  private static final Duration LOOK = Duration.ofMillis(100);

  /** The longest script, silence and repetitions included. */
  private static final Duration LONGEST_CALL = Duration.ofMinutes(3);

  /** How long what a call sets off may take, after its end. */
  private static final Duration AFTERMATH = Duration.ofSeconds(30);

  private final SandboxConsole console;
  private final DemoOwner owner;
  private final String receiver;
  private final Consumer<JsonNode> listener;

  /**
   * A caller to one business.
   *
   * @param owner of the business that is called
   * @param receiver of the sandbox, where the business's webhooks arrive
   * @param listener told each thing that happens in the call, when it happens
   */
  ScriptedCall(
      SandboxConsole console, DemoOwner owner, String receiver, Consumer<JsonNode> listener) {
    this.console = console;
    this.owner = owner;
    this.receiver = receiver;
    this.listener = listener;
  }

  /** Places the call and follows it until it and what it sets off are over. */
  CallReport run(Script script, Map<String, String> call) throws IOException, InterruptedException {
    var placed = new HashMap<>(call);
    placed.put("script", script.word());
    var begun = Instant.now();
    var sid = console.placeCall(placed).path("callSid").asText();
    var spoken = follow(sid);
    var report = look(spoken, begun);
    long end = System.nanoTime() + AFTERMATH.toNanos();
    while (!report.missing(script.expected()).isEmpty() && System.nanoTime() < end) {
      Thread.sleep(LOOK);
      report = look(spoken, begun);
    }
    return report;
  }

  private JsonNode follow(String sid) throws IOException, InterruptedException {
    int told = 0;
    long end = System.nanoTime() + LONGEST_CALL.toNanos();
    while (System.nanoTime() < end) {
      var call = console.call(sid);
      var timeline = call.path("timeline");
      for (; told < timeline.size(); told++) {
        listener.accept(timeline.get(told));
      }
      if (call.path("state").asText().equals("reported")) {
        return call;
      }
      Thread.sleep(LOOK);
    }
    throw new StartException("The call %s does not end.".formatted(sid));
  }

  /** What the business's owner sees of it now. */
  private CallReport look(JsonNode spoken, Instant begun) throws IOException, InterruptedException {
    var call = callOf(spoken, begun);
    if (call.isEmpty()) {
      return new CallReport(
          spoken, call, List.of(), List.of(), Optional.empty(), List.of(), List.of());
    }
    var id = call.get().path("id").asText();
    var leadId = call.get().path("leadId").asText("");
    var lead =
        leadId.isEmpty()
            ? Optional.<JsonNode>empty()
            : Optional.of(owner.get("/api/leads/" + leadId));
    return new CallReport(
        spoken,
        call,
        items("/api/calls/" + id + "/turns"),
        items("/api/calls/" + id + "/events"),
        lead,
        leadId.isEmpty() ? List.of() : items("/api/crm/links?leadId=" + leadId),
        webhooks(id, leadId));
  }

  /** A caller has one call at a time, so number and time name it. */
  private Optional<JsonNode> callOf(JsonNode spoken, Instant begun)
      throws IOException, InterruptedException {
    var caller = URLEncoder.encode(spoken.path("from").asText(), StandardCharsets.UTF_8);
    return items("/api/calls?limit=1&caller=" + caller + "&startedFrom=" + begun.minusSeconds(2))
        .stream()
        .findFirst();
  }

  private List<JsonNode> items(String path) throws IOException, InterruptedException {
    return owner.get(path).path("items").valueStream().toList();
  }

  private List<JsonNode> webhooks(String call, String lead)
      throws IOException, InterruptedException {
    return console
        .received(receiver)
        .valueStream()
        .filter(
            webhook ->
                webhook.path("body").asText().contains(call)
                    || (!lead.isEmpty() && webhook.path("body").asText().contains(lead)))
        .toList();
  }
}
