package com.hekax.phone.scenarios.deliveries;

import java.util.ArrayList;
import java.util.List;

/**
 * All that a call left behind, in the product and outside.
 *
 * @param lines sorted, worded alike for all calls of a script
 */
record EndState(List<String> lines) {

  EndState {
    lines = lines.stream().sorted().toList();
  }

  /** What another has more or less, a line each; empty when the two are the same. */
  List<String> differences(EndState other) {
    var missing = new ArrayList<>(lines);
    var more = new ArrayList<>(other.lines);
    other.lines.forEach(missing::remove);
    lines.forEach(more::remove);
    var differences = new ArrayList<String>();
    missing.forEach(line -> differences.add("missing: " + line));
    more.forEach(line -> differences.add("more:    " + line));
    return List.copyOf(differences);
  }
}
