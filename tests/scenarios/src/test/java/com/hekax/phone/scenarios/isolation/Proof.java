package com.hekax.phone.scenarios.isolation;

import com.hekax.phone.platform.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far a seeded run has come. Kept after every round, so that it goes on where it stopped.
 *
 * @param seed with the number of a round, decides what the round asks
 * @param answers how many answers had each HTTP status
 */
record Proof(
    long seed, int rounds, Map<Integer, Integer> answers, List<String> leaks, List<String> faults) {

  /** The run with this seed as it is kept, or a new one. */
  static Proof open(Path file, long seed) throws IOException {
    if (Files.exists(file)) {
      var kept = Json.read(Files.readString(file), Proof.class);
      if (kept.seed() == seed) {
        return kept;
      }
    }
    return new Proof(seed, 0, Map.of(), List.of(), List.of());
  }

  /** With one more round. */
  Proof with(Findings found) {
    var sum = new TreeMap<>(answers);
    found.answers().forEach((status, count) -> sum.merge(status, count, Integer::sum));
    return new Proof(
        seed,
        rounds + 1,
        Collections.unmodifiableMap(sum),
        joined(leaks, found.leaks()),
        joined(faults, found.faults()));
  }

  /** Keeps it: after a kill the file holds this round or the one before, and nothing between. */
  void keep(Path file) throws IOException {
    var next = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(next, Json.write(this));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Whether nothing was found. */
  boolean holds() {
    return leaks.isEmpty() && faults.isEmpty();
  }

  String text() {
    int requests = answers.values().stream().mapToInt(Integer::intValue).sum();
    var byStatus =
        answers.entrySet().stream()
            .map(one -> one.getKey() + ": " + one.getValue())
            .collect(Collectors.joining(", "));
    var text =
        new StringBuilder(
            "Isolation, seed %d: %d rounds, %d requests, %d leaks, %d faults%nAnswers by status: %s%n"
                .formatted(seed, rounds, requests, leaks.size(), faults.size(), byStatus));
    leaks.forEach(leak -> text.append("Leak: ").append(leak).append('\n'));
    faults.forEach(fault -> text.append("Fault: ").append(fault).append('\n'));
    return text.toString();
  }

  private static List<String> joined(List<String> some, List<String> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
