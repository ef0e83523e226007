package com.hekax.phone.scenarios.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.scenarios.TestProduct;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * A round of {@code ./hekax prove deliveries}: every script in order, and once more in disorder.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DisorderTest {
  private static final long SEED = 1;

  @Test
  void what_every_call_leaves_behind_is_the_same_when_its_deliveries_repeat_and_come_in_disorder()
      throws Exception {
    // Beside each other, as most of a call is waiting.
    try (var ordered = DisorderedProduct.start(TestProduct.folder());
        var disordered = DisorderedProduct.start(TestProduct.folder());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      disordered.disorder(SEED);
      var inOrder = threads.submit(() -> new Round(ordered).calm());
      var inDisorder = threads.submit(() -> new Round(disordered).run());

      assertThat(inOrder.get().byScript().keySet()).containsAll(Scripts.all());
      assertThat(inOrder.get().differences(inDisorder.get()))
          .as("seed %d", SEED)
          .allSatisfy((script, differences) -> assertThat(differences).as(script).isEmpty());
    }
  }
}
