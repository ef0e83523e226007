package com.hekax.phone.start.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.platform.json.Json;
import com.hekax.phone.start.DemoData;
import com.hekax.phone.start.DemoOwner;
import com.hekax.phone.start.DemoWebhook;
import com.hekax.phone.start.StartException;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code ./hekax call}: has the sandbox call a business of the product that is running, and tells
 * what became of the call.
 */
public final class CallCommand {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  public static void main(String[] arguments) throws Exception {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  /**
   * Places the call, or one call after the other, and prints what became of it.
   *
   * @return the exit code: 0 only if everything arrived where such a call is to arrive, each time
   */
  public static int run(List<String> arguments, PrintStream output, PrintStream errors)
      throws Exception {
    try {
      var given = CallArguments.parse(arguments);
      try (var console = new SandboxConsole(given.console())) {
        if (given.scripts().isEmpty()) {
          return reportCallbacks(given, console, output);
        }
        try (var owner = DemoOwner.signIn(given.product(), ownerOf(given.call()))) {
          return given.isSeries()
              ? speakOften(given, console, owner, output)
              : speak(given, console, owner, output);
        }
      }
    } catch (StartException told) {
      errors.println(told.getMessage());
      return 2;
    }
  }

  /** What programs read of a scripted call. */
  private record Result(boolean complete, Set<Expected> missing, CallReport report) {}

  private static int speak(
      CallArguments given, SandboxConsole console, DemoOwner owner, PrintStream output)
      throws IOException, InterruptedException {
    var script = given.scripts().getFirst();
    var story = new CallStory(output);
    var report =
        call(given, console, owner, given.json() ? _ -> {} : story::tell).run(script, given.call());
    var missing = report.missing(script.expected());
    if (given.json()) {
      output.println(Json.write(new Result(missing.isEmpty(), missing, report)));
    } else {
      story.tell(report, missing);
    }
    return missing.isEmpty() ? 0 : 1;
  }

  private static int speakOften(
      CallArguments given, SandboxConsole console, DemoOwner owner, PrintStream output)
      throws IOException, InterruptedException {
    var table = new SeriesTable(output);
    var series =
        new CallSeries(call(given, console, owner, _ -> {}), given.json() ? _ -> {} : table::tell);
    var runs = series.run(given.scripts(), given.times(), given.call());
    if (given.json()) {
      output.println(Json.write(Map.of("runs", runs)));
    } else {
      table.sum(runs);
    }
    return runs.stream().allMatch(CallSeries.Run::passed) ? 0 : 1;
  }

  private static ScriptedCall call(
      CallArguments given, SandboxConsole console, DemoOwner owner, Consumer<JsonNode> listener) {
    var person = DemoData.personOf(given.call().getOrDefault("to", "")).orElseThrow();
    return new ScriptedCall(console, owner, person, DemoWebhook.RECEIVER, listener);
  }

  private static String ownerOf(Map<String, String> call) {
    return DemoData.ownerOf(call.getOrDefault("to", ""))
        .orElseThrow(
            () ->
                new StartException(
                    "The number is no demo business's: call %s or %s."
                        .formatted(DemoData.BRIGHT_DENTAL_NUMBER, DemoData.RAPID_PLUMBING_NUMBER)));
  }

  private static int reportCallbacks(
      CallArguments given, SandboxConsole console, PrintStream output)
      throws IOException, InterruptedException {
    var seen = new CallbacksWatch(console, DemoWebhook.RECEIVER, PATIENCE).watch(given.call());
    if (given.json()) {
      output.println(Json.write(seen));
    } else {
      CallbacksStory.print(seen, output);
    }
    return seen.arrived() ? 0 : 1;
  }

  private CallCommand() {}
}
