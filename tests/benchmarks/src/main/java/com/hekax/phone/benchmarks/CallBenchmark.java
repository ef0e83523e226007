package com.hekax.phone.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.hekax.phone.start.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How quickly callers are answered and heard, and what a minute of their calls costs the media
 * bridge. Twilio and the model are stand-ins in the product's JVM; the bridge is a process of its
 * own, as in production.
 */
final class CallBenchmark implements Benchmark {
  private static final String DATA = "calls";
  private static final String BRIGHT_DENTAL = "+14155550100";
  private static final int CALLS = 50;
  private static final int INTERRUPTIONS = 20;

  /** Between the beginnings of calls, so that sessions are told apart by their order. */
  private static final Duration APART = Duration.ofMillis(250);

  /** Talks over the greeting. */
  private static final Map<String, ?> INTERRUPTS =
      Map.of(
          "steps",
          List.of(
              Map.of("interrupt", Map.of("say", "wait-wait", "after", 1200)),
              Map.of("listen", Map.of("quiet", 700, "atMost", 15_000)),
              "hang-up"));

  @Override
  public void measure(Workplace workplace, Table table) throws Exception {
    var data = workplace.emptyFolder(DATA);
    try (var product =
        ProductProcess.start(
            Main.class, workplace.root().toString(), "--data", data.toString(), "--any-port")) {
      var sandbox = new CallSandbox(product.line("  Console      "));
      // The first calls find everything cold.
      sandbox.awaitEnds(place(sandbox, "new-lead", 0, 2));

      var cpuBefore = cpuMillis(data);
      var calls = sandbox.awaitEnds(place(sandbox, "new-lead", 100, CALLS));
      reportCalls(table, calls, cpuMillis(data) - cpuBefore, sandbox.contacts());

      int sessions = sandbox.sessions().size();
      var interrupted = sandbox.awaitEnds(place(sandbox, INTERRUPTS, 1000, INTERRUPTIONS));
      reportInterruptions(table, interrupted, sandbox.sessions(), sessions);
    }
    workplace.remove(DATA);
    table.note(
        "%d calls at once, each the whole dialogue of new-lead; the model's stand-in thinks for 300 ms before it answers."
            .formatted(CALLS));
    table.note(
        "CPU is that of the bridge's process; the callers, the model and the back end share the same cores.");
  }

  /** Calls from numbers of their own, a moment apart. */
  private static List<String> place(CallSandbox sandbox, Object script, int firstCaller, int count)
      throws Exception {
    var calls = new ArrayList<String>();
    for (var call = 0; call < count; call++) {
      var caller = "+1628777%04d".formatted(firstCaller + call);
      calls.add(sandbox.place(caller, BRIGHT_DENTAL, script));
      Thread.sleep(APART);
    }
    return calls;
  }

  private static long cpuMillis(Path data) throws Exception {
    var bridge = Long.parseLong(Files.readString(data.resolve("bridge.pid")).strip());
    return ProcessHandle.of(bridge)
        .orElseThrow()
        .info()
        .totalCpuDuration()
        .orElseThrow()
        .toMillis();
  }

  private static void reportCalls(
      Table table, List<CallTimes> calls, long cpuMillis, JsonNode contacts) {
    var greeted = millis(calls.stream().map(CallTimes::untilGreeted).toList());
    row(table, "first frame to first greeting audio", greeted);
    var minutes = calls.stream().mapToDouble(CallTimes::streamMinutes).sum();
    table.row(
        "bridge, %d calls at once".formatted(calls.size()),
        "%.0f CPU-ms a call-minute (%.1f minutes in all)".formatted(cpuMillis / minutes, minutes),
        "%.2f %% of a core a call".formatted(cpuMillis / minutes / 600));
    var arrived = new ArrayList<Long>();
    for (var call : calls) {
      call.untilInCrm("new-lead-number-yes", contacts).ifPresent(arrived::add);
    }
    row(
        table,
        "lead spoken to lead in HubSpot (%d of %d)".formatted(arrived.size(), calls.size()),
        millis(arrived));
  }

  private static void reportInterruptions(
      Table table, List<CallTimes> calls, List<JsonNode> sessions, int before) {
    var untilCleared = new ArrayList<Long>();
    var errors = new ArrayList<Long>();
    for (var call = 0; call < calls.size(); call++) {
      var times = calls.get(call);
      times.untilCleared("wait-wait").ifPresent(untilCleared::add);
      var truncatedAt = CallTimes.truncatedAt(sessions.get(before + call));
      if (truncatedAt.isPresent() && times.playedAtClear().isPresent()) {
        errors.add(Math.abs(truncatedAt.getAsLong() - times.playedAtClear().getAsLong()));
      }
    }
    row(
        table,
        "caller's word over the greeting to clear (%d of %d)"
            .formatted(untilCleared.size(), calls.size()),
        millis(untilCleared));
    row(table, "truncate error (%d of %d)".formatted(errors.size(), calls.size()), millis(errors));
  }

  private static Samples millis(List<Long> millis) {
    return new Samples(millis.stream().mapToLong(one -> one * 1_000_000).toArray());
  }

  private static void row(Table table, String what, Samples times) {
    table.row(
        what,
        times.count() == 0
            ? "none"
            : "p50 %.0f ms, p95 %.0f ms, p99 %.0f ms"
                .formatted(times.median(), times.percentile(95), times.percentile(99)),
        "");
  }
}
