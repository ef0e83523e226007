package com.hekax.phone.scenarios.deliveries;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.start.call.CallCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Every script once, each by a caller who has never called, and what that left behind. */
final class Round {
  private static final AtomicInteger CALLERS = new AtomicInteger();

  private final DisorderedProduct product;

  Round(DisorderedProduct product) {
    this.product = product;
  }

  /**
   * A call that is over.
   *
   * @param complete whether the command found all that such a call is to lead to
   * @param result as the command tells it
   */
  private record Played(String script, String caller, boolean complete, JsonNode result) {

    JsonNode spoken() {
      return result.path("report").path("spoken");
    }

    void assertComplete() {
      if (!complete) {
        throw new AssertionError(
            "%s did not lead to %s: %s".formatted(script, result.path("missing"), result));
      }
    }
  }

  /** What comes between the last call and the look at what is left. */
  interface Aftermath {
    void await() throws Exception;
  }

  /**
   * Plays all in good order, to compare others with.
   *
   * @throws AssertionError when a call did not even then lead to what it is to lead to
   */
  EndStates calm() throws Exception {
    return run(product::awaitRest, Played::assertComplete);
  }

  /** Plays all and waits for rest. */
  EndStates run() throws Exception {
    return run(product::awaitRest);
  }

  /** Plays all, with an aftermath that ends at rest. */
  EndStates run(Aftermath aftermath) throws Exception {
    return run(aftermath, _ -> {});
  }

  private EndStates run(Aftermath aftermath, Consumer<Played> check) throws Exception {
    product.awaitRest();
    var before = Rows.read(product.superuser());
    var played = new ArrayList<Played>();
    for (var group : Scripts.GROUPS) {
      played.addAll(play(group));
    }
    played.forEach(check);
    aftermath.await();
    var states = new LinkedHashMap<String, EndState>();
    var after = Rows.read(product.superuser());
    var beside = after.since(before);
    for (var call : played) {
      var story = after.since(before).about(sid(call), before.ids());
      beside = beside.since(story);
      states.put(call.script(), state(call, story));
    }
    states.put(EndStates.BESIDE, beside(before, after, beside));
    return new EndStates(states);
  }

  private List<Played> play(List<Scripts.Call> group) throws Exception {
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls = new ArrayList<Callable<Played>>();
      group.forEach(call -> calls.add(() -> play(call)));
      var played = new ArrayList<Played>();
      for (var over : callers.invokeAll(calls)) {
        played.add(over.get());
      }
      return played;
    }
  }

  private Played play(Scripts.Call call) throws Exception {
    var caller = "+1415556%04d".formatted(CALLERS.incrementAndGet());
    var output = new ByteArrayOutputStream();
    var errors = new ByteArrayOutputStream();
    int exitCode =
        CallCommand.run(
            List.of(
                call.script(),
                "--json",
                "--to",
                call.to(),
                "--from",
                caller,
                "--console",
                product.product().sandbox().uri().toString(),
                "--product",
                product.product().runner().baseUri().toString()),
            new PrintStream(output, true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8));
    if (output.size() == 0) {
      throw new AssertionError(call.script() + ": " + errors.toString(StandardCharsets.UTF_8));
    }
    return new Played(
        call.script(), caller, exitCode == 0, Json.tree(output.toString(StandardCharsets.UTF_8)));
  }

  private EndState state(Played call, Rows story) {
    var wording = new Wording(story, call.caller());
    var lines = new ArrayList<String>();
    lines.addAll(wording.of(Latest.of(story)));
    lines.addAll(
        new Outside(product.product().sandbox(), call.caller(), story.ids()).lines(wording));
    verbs(call.spoken()).forEach(verb -> lines.add("the caller met " + verb));
    return new EndState(lines);
  }

  /** New rows that belong to no call, and what changed in rows that were there. */
  private static EndState beside(Rows before, Rows after, Rows more) {
    var wording = new Wording(more, "no caller");
    var lines = new ArrayList<String>();
    lines.addAll(wording.of(more));
    wording.of(before.changes(after)).forEach(line -> lines.add("changed " + line));
    return new EndState(lines);
  }

  private static List<String> verbs(JsonNode spoken) {
    return spoken
        .path("timeline")
        .valueStream()
        .filter(entry -> entry.path("kind").asText().equals("verb"))
        .map(entry -> entry.path("verb").asText())
        .toList();
  }

  private static String sid(Played call) {
    return call.spoken().path("callSid").asText();
  }
}
