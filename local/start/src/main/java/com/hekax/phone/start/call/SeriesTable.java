package com.hekax.phone.start.call;

import com.hekax.phone.start.call.CallSeries.Run;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** A series of calls as people read it: a line each, and a line a script in the end. */
final class SeriesTable {
  private final PrintStream output;

  SeriesTable(PrintStream output) {
    this.output = output;
  }

  /** One that is over. */
  void tell(Run run) {
    output.printf(
        "%-22s %4d  %-6s %6.1f s  %s%n",
        run.script(),
        run.number(),
        run.passed() ? "passed" : "failed",
        run.millis() / 1000.0,
        run.passed() ? run.callId().orElse("") : why(run));
    output.flush();
  }

  /** All of them. */
  void sum(List<Run> runs) {
    output.println();
    var byScript =
        runs.stream()
            .collect(Collectors.groupingBy(Run::script, LinkedHashMap::new, Collectors.toList()));
    byScript.forEach(this::sum);
    sum("all", runs);
  }

  private void sum(String script, List<Run> runs) {
    output.printf(
        "%-22s %d of %d passed%n", script, runs.stream().filter(Run::passed).count(), runs.size());
  }

  private static String why(Run run) {
    return run.failure()
        .orElseGet(
            () ->
                "%s lacks %s"
                    .formatted(
                        run.callId().or(run::callSid).orElse(""),
                        run.missing().stream().map(Enum::name).collect(Collectors.joining(", "))));
  }
}
