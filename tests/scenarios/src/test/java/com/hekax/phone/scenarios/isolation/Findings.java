package com.hekax.phone.scenarios.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What random requests brought to light. */
final class Findings {
  private final Map<Integer, Integer> answers = new TreeMap<>();
  private final List<String> leaks = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  void answered(int status) {
    answers.merge(status, 1, Integer::sum);
  }

  void leak(String what) {
    leaks.add(what);
  }

  void fault(String what) {
    faults.add(what);
  }

  /** How many answers had each HTTP status. */
  Map<Integer, Integer> answers() {
    return Map.copyOf(answers);
  }

  /** What showed or changed, or did not refuse, what is another's. */
  List<String> leaks() {
    return List.copyOf(leaks);
  }

  /** Answers of 500 and above. */
  List<String> faults() {
    return List.copyOf(faults);
  }
}
