package com.hekax.phone.scenarios.isolation;

import com.hekax.phone.scenarios.TestProduct;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * {@code ./hekax prove isolation [--rounds N] [--seed S]}: so many more rounds of random requests,
 * on a product of its own under {@code .hekax/prove}.
 */
public final class ProveIsolation {
  private static final int USUAL_ROUNDS = 10;
  private static final long USUAL_SEED = 1;

  private final Path folder = TestProduct.ROOT.resolve(".hekax/prove");
  private final Path state = folder.resolve("isolation.json");

  private ProveIsolation() {}

  @SuppressWarnings("SystemOut") // The launcher's user reads it.
  public static void main(String[] arguments) throws Exception {
    var words = List.of(arguments);
    long rounds;
    long seed;
    try {
      rounds = number(words, "--rounds", USUAL_ROUNDS);
      seed = number(words, "--seed", USUAL_SEED);
    } catch (NumberFormatException notANumber) {
      System.err.println("prove isolation takes --rounds N and --seed S.");
      System.exit(2);
      return;
    }
    System.exit(new ProveIsolation().run(rounds, seed) ? 0 : 1);
  }

  @SuppressWarnings("SystemOut") // As above.
  private boolean run(long rounds, long seed) throws Exception {
    Files.createDirectories(folder);
    var proof = Proof.open(state, seed);
    try (var product = ProvenProduct.start(folder.resolve("product"), change -> change)) {
      long end = proof.rounds() + rounds;
      while (proof.rounds() < end) {
        var random = new Random(seed * 1_000_003 + proof.rounds());
        proof = proof.with(new RandomRound(product, random).run());
        proof.keep(state);
        Files.writeString(folder.resolve("isolation.txt"), proof.text());
        System.out.printf(
            "Round %d of %d: %d leaks, %d faults%n",
            proof.rounds(), end, proof.leaks().size(), proof.faults().size());
      }
    }
    System.out.print(proof.text());
    return proof.holds();
  }

  /** The number after a word, or the usual one. */
  private static long number(List<String> words, String word, long usual) {
    int at = words.indexOf(word);
    return at < 0 || at + 1 == words.size() ? usual : Long.parseLong(words.get(at + 1));
  }
}
