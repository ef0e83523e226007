package com.hekax.phone.scenarios.deliveries;

import com.hekax.phone.scenarios.TestProduct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code ./hekax prove deliveries [--rounds N] [--seed S]}: every script in order, then N times in
 * disorder, each time with the next seed. Whatever differs at the end is printed.
 */
public final class ProveDeliveries {
  private static final int USUAL_ROUNDS = 10;
  private static final long USUAL_SEED = 1;

  @SuppressWarnings("SystemOut") // The launcher's user reads it.
  public static void main(String[] arguments) throws Exception {
    var words = List.of(arguments);
    long rounds;
    long seed;
    try {
      rounds = number(words, "--rounds", USUAL_ROUNDS);
      seed = number(words, "--seed", USUAL_SEED);
    } catch (NumberFormatException notANumber) {
      System.err.println("prove deliveries takes --rounds N and --seed S.");
      System.exit(2);
      return;
    }
    System.exit(run(rounds, seed) ? 0 : 1);
  }

  @SuppressWarnings("SystemOut") // As above.
  private static boolean run(long rounds, long firstSeed) throws Exception {
    var table = new LinkedHashMap<String, List<String>>();
    boolean same = true;
    try (var product = DisorderedProduct.start(TestProduct.folder())) {
      System.out.println("In order");
      var expected = new Round(product).calm();
      expected
          .byScript()
          .forEach(
              (script, state) ->
                  System.out.printf("  %-20s %d lines%n", script, state.lines().size()));
      for (long seed = firstSeed; seed < firstSeed + rounds; seed++) {
        System.out.println("In disorder, seed " + seed);
        product.disorder(seed);
        for (var script : expected.differences(new Round(product).run()).entrySet()) {
          var differences = script.getValue();
          same &= differences.isEmpty();
          table
              .computeIfAbsent(script.getKey(), _ -> new ArrayList<>())
              .add(differences.isEmpty() ? "same" : differences.size() + " differ");
          differences.forEach(line -> System.out.printf("  %s: %s%n", script.getKey(), line));
        }
      }
    }
    System.out.print(text(firstSeed, rounds, table));
    return same;
  }

  /** Script by seed. */
  private static String text(long firstSeed, long rounds, Map<String, List<String>> table) {
    var text = new StringBuilder("%-20s".formatted("seed"));
    for (long seed = firstSeed; seed < firstSeed + rounds; seed++) {
      text.append(" %10d".formatted(seed));
    }
    text.append('\n');
    table.forEach(
        (name, cells) ->
            text.append("%-20s".formatted(name))
                .append(cells.stream().map(" %10s"::formatted).collect(Collectors.joining()))
                .append('\n'));
    return text.toString();
  }

  /** The number after a word, or the usual one. */
  private static long number(List<String> words, String word, long usual) {
    int at = words.indexOf(word);
    return at < 0 || at + 1 == words.size() ? usual : Long.parseLong(words.get(at + 1));
  }

  private ProveDeliveries() {}
}
