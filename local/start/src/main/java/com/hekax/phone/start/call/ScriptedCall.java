package com.hekax.phone.start.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.start.DemoData.Person;
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
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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

  /** Twilio tells the end and the length of a call in whole seconds, and the beginning follows. */
  private static final Duration WHOLE_SECONDS = Duration.ofSeconds(2);

  private final SandboxConsole console;
  private final DemoOwner owner;
  private final Person person;
  private final String receiver;
  private final Consumer<JsonNode> listener;

  /**
   * A caller to one business.
   *
   * @param owner of the business that is called
   * @param person who is rung first there
   * @param receiver of the sandbox, where the business's webhooks arrive
   * @param listener told each thing that happens in the call, when it happens
   */
  ScriptedCall(
      SandboxConsole console,
      DemoOwner owner,
      Person person,
      String receiver,
      Consumer<JsonNode> listener) {
    this.console = console;
    this.owner = owner;
    this.person = person;
    this.receiver = receiver;
    this.listener = listener;
  }

  /** Places the call and follows it until it and what it sets off are over. */
  CallReport run(Script script, Map<String, String> call) throws IOException, InterruptedException {
    try (var _ = StageSetting.set(console, script.stage(), person)) {
      var before = callIds();
      var placed = new HashMap<>(call);
      placed.put("script", script.word());
      var spoken = follow(console.placeCall(placed).path("callSid").asText());
      var report = look(spoken, before);
      long end = System.nanoTime() + AFTERMATH.toNanos();
      while (!report.missing(script.expected()).isEmpty() && System.nanoTime() < end) {
        Thread.sleep(LOOK);
        report = look(spoken, before);
      }
      return report;
    }
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
  private CallReport look(JsonNode spoken, Set<String> before)
      throws IOException, InterruptedException {
    var call = callOf(spoken, before);
    if (call.isEmpty()) {
      return CallReport.unknown(person, spoken);
    }
    var id = call.get().path("id").asText();
    var leadId = call.get().path("leadId").asText("");
    var lead =
        leadId.isEmpty()
            ? Optional.<JsonNode>empty()
            : Optional.of(owner.get("/api/leads/" + leadId));
    return new CallReport(
        person,
        spoken,
        call,
        items("/api/calls/" + id + "/turns"),
        items("/api/calls/" + id + "/events"),
        owner.get("/api/calls/" + id).path("messages").valueStream().toList(),
        lead,
        leadId.isEmpty() ? List.of() : items("/api/crm/links?leadId=" + leadId),
        webhooks(id, leadId),
        slackMessages(id),
        linkedTo(id, console.mails()));
  }

  /**
   * The business does not show Twilio's name of a call. A caller has one call at a time, so it is
   * the caller's first that was not there before.
   */
  private Optional<JsonNode> callOf(JsonNode spoken, Set<String> before)
      throws IOException, InterruptedException {
    var from = spoken.path("from").asText();
    boolean known = from.startsWith("+");
    var caller = known ? "&caller=" + URLEncoder.encode(from, StandardCharsets.UTF_8) : "";
    var since = Instant.parse(spoken.path("createdAt").asText()).minus(WHOLE_SECONDS);
    return items("/api/calls?limit=100&startedFrom=" + since + caller).stream()
        .filter(call -> known || call.path("from").isNull())
        .filter(call -> !before.contains(call.path("id").asText()))
        .reduce((_, earlier) -> earlier);
  }

  private Set<String> callIds() throws IOException, InterruptedException {
    return items("/api/calls?limit=100").stream()
        .map(call -> call.path("id").asText())
        .collect(Collectors.toSet());
  }

  private List<JsonNode> items(String path) throws IOException, InterruptedException {
    return owner.get(path).path("items").valueStream().toList();
  }

  private Optional<List<JsonNode>> slackMessages(String call)
      throws IOException, InterruptedException {
    var status = owner.get("/api/notifications/slack").path("status").asText();
    return status.equals("ACTIVE")
        ? Optional.of(linkedTo(call, console.slackMessages()))
        : Optional.empty();
  }

  /** What people read about the call has a link to its page. */
  private static List<JsonNode> linkedTo(String call, List<JsonNode> messages) {
    return messages.stream()
        .filter(message -> message.toString().contains("/calls/" + call))
        .toList();
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
