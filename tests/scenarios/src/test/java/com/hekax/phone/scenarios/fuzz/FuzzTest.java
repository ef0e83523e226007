package com.hekax.phone.scenarios.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.scenarios.TestProduct;
import com.hekax.phone.scenarios.isolation.ProvenProduct;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A hundredth of {@code ./hekax prove fuzz}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FuzzTest {
  private static final int REQUESTS = 1_000;

  @Test
  void whatever_is_sent_the_product_answers_in_time_and_is_no_larger_after_it() throws Exception {
    try (var product = ProvenProduct.start(TestProduct.folder(), change -> change)) {
      var run = FuzzRun.of(product, REQUESTS, 1);

      assertThat(run.findings().faults()).isEmpty();
      assertThat(run.growth()).isEmpty();
      assertThat(run.findings().answers()).containsKeys(200, 201, 204, 400, 401, 403, 404, 415);
    }
  }
}
