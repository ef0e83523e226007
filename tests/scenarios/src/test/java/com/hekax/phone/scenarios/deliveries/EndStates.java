package com.hekax.phone.scenarios.deliveries;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a round left behind.
 *
 * @param byScript the end state of each call, and that of {@link #BESIDE}
 */
record EndStates(Map<String, EndState> byScript) {
  /** Where what belongs to no call is found. */
  static final String BESIDE = "beside the calls";

  /** What another round has more or less, by script; none for a script that is the same. */
  Map<String, List<String>> differences(EndStates other) {
    var differences = new TreeMap<String, List<String>>();
    byScript.forEach(
        (script, state) ->
            differences.put(
                script,
                state.differences(other.byScript.getOrDefault(script, new EndState(List.of())))));
    return differences;
  }
}
