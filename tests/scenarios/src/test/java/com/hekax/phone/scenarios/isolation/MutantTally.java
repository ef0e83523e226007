package com.hekax.phone.scenarios.isolation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many holes were made in which lock, and what became of them. */
final class MutantTally {
  private final Map<Mutant.Lock, Integer> planted = new EnumMap<>(Mutant.Lock.class);
  private final Map<Mutant.Lock, Integer> caught = new EnumMap<>(Mutant.Lock.class);
  private final List<Mutant> excused = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  /** Makes each, one after the other. */
  void plant(List<Mutant> mutants) throws Exception {
    for (var mutant : mutants) {
      planted.merge(mutant.lock(), 1, Integer::sum);
      if (!mutant.ends()) {
        wrong.add(
            mutant
                + mutant
                    .excuse()
                    .map(excuse -> " was seen although " + excuse)
                    .orElse(" was not seen"));
      } else if (mutant.excuse().isPresent()) {
        excused.add(mutant);
      } else {
        caught.merge(mutant.lock(), 1, Integer::sum);
      }
    }
  }

  int planted(Mutant.Lock lock) {
    return planted.getOrDefault(lock, 0);
  }

  /** Holes that no probe saw, and excuses that do not hold. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /** A line a lock. */
  String table() {
    var table =
        new StringBuilder(
            "%-32s %8s %8s %8s%n".formatted("Mutants", "planted", "caught", "excused"));
    planted.forEach(
        (lock, count) ->
            table.append(
                "%-32s %8d %8d %8d%n"
                    .formatted(
                        lock,
                        count,
                        caught.getOrDefault(lock, 0),
                        excused.stream().filter(one -> one.lock() == lock).count())));
    return table.toString();
  }

  /** Each that is no hole, with the reason. */
  String excuses() {
    var text = new StringBuilder();
    excused.forEach(
        mutant -> text.append("  %s: %s%n".formatted(mutant, mutant.excuse().orElseThrow())));
    return text.toString();
  }
}
