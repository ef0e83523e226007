package com.hekax.phone.scenarios.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came back, and what must not have. Several ask at once. */
final class FuzzFindings {
  /** So many are told; the rest is counted. */
  private static final int TOLD = 20;

  private final Map<Integer, Integer> answers = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private long slowestNanos;
  private String slowest = "";

  synchronized void answered(FuzzRequest request, int status, long nanos) {
    answers.merge(status, 1, Integer::sum);
    if (nanos > slowestNanos) {
      slowestNanos = nanos;
      slowest = request.toString();
    }
  }

  synchronized void fault(String what) {
    faults.add(what);
  }

  /** How many answers had each HTTP status. */
  synchronized Map<Integer, Integer> answers() {
    return Map.copyOf(answers);
  }

  synchronized int requests() {
    return answers.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Answers of 500 and above, none at all, slow ones, and those that show what they should not. */
  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  synchronized String text() {
    var byStatus =
        answers.entrySet().stream()
            .map(one -> one.getKey() + ": " + one.getValue())
            .collect(Collectors.joining(", "));
    var told =
        faults.stream().limit(TOLD).map("Fault: %s%n"::formatted).collect(Collectors.joining());
    return "Answers by status: %s%nSlowest: %d ms, %.200s%nFaults: %d%n%s"
        .formatted(byStatus, slowestNanos / 1_000_000, slowest, faults.size(), told);
  }
}
