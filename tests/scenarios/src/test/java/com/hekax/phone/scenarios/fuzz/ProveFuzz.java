package com.hekax.phone.scenarios.fuzz;

import com.hekax.phone.scenarios.TestProduct;
import com.hekax.phone.scenarios.isolation.ProvenProduct;
import java.nio.file.Files;
import java.util.List;

/**
 * {@code ./hekax prove fuzz [--requests N] [--seed S]}: so many requests of all kinds to every
 * route, on a product of its own under {@code .hekax/prove}.
 */
public final class ProveFuzz {
  private static final int USUAL_REQUESTS = 100_000;
  private static final long USUAL_SEED = 1;

  private ProveFuzz() {}

  @SuppressWarnings("SystemOut") // The launcher's user reads it.
  public static void main(String[] arguments) throws Exception {
    var words = List.of(arguments);
    int requests;
    long seed;
    try {
      requests = Math.toIntExact(number(words, "--requests", USUAL_REQUESTS));
      seed = number(words, "--seed", USUAL_SEED);
    } catch (ArithmeticException | NumberFormatException notANumber) {
      System.err.println("prove fuzz takes --requests N and --seed S.");
      System.exit(2);
      return;
    }
    var folder = Files.createDirectories(TestProduct.ROOT.resolve(".hekax/prove"));
    boolean holds;
    try (var product = ProvenProduct.start(folder.resolve("fuzz"), change -> change)) {
      var run = FuzzRun.of(product, requests, seed);
      System.out.print(run.text());
      Files.writeString(folder.resolve("fuzz.txt"), run.text());
      holds = run.holds();
    }
    System.exit(holds ? 0 : 1);
  }

  /** The number after a word, or the usual one. */
  private static long number(List<String> words, String word, long usual) {
    int at = words.indexOf(word);
    return at < 0 || at + 1 == words.size() ? usual : Long.parseLong(words.get(at + 1));
  }
}
