package com.hekax.phone.scenarios.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.runner.lambda.ClassTransformer;
import com.hekax.phone.scenarios.TestProduct;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A round of {@code ./hekax prove isolation}, with the product's locks and without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
@SuppressWarnings("NullAway.Init") // made before all tests
class RandomRoundTest {
  private Path folder;

  @BeforeAll
  void given_a_folder() throws Exception {
    folder = TestProduct.folder();
  }

  @Test
  void as_the_product_is_then_nothing_leaks_and_every_kind_of_answer_occurs() throws Exception {
    try (var product = ProvenProduct.start(folder, change -> change)) {
      var found = new RandomRound(product, new Random(1)).run();

      assertThat(found.leaks()).isEmpty();
      assertThat(found.faults()).isEmpty();
      assertThat(found.answers()).containsKeys(200, 201, 204, 403, 404);
    }
  }

  @Test
  void without_locks_then_leaks_are_found() throws Exception {
    var unlocked = Locks.withoutStatementPredicates();
    try (var product = withoutRowSecurity(unlocked)) {
      var found = new RandomRound(product, new Random(1)).run();

      assertThat(found.leaks()).anyMatch(leak -> leak.contains("showed the other"));
      assertThat(found.leaks()).anyMatch(leak -> leak.contains("was not refused"));
      assertThat(found.leaks()).anyMatch(leak -> leak.contains("rows changed"));
    }
  }

  private ProvenProduct withoutRowSecurity(ClassTransformer transformer) throws Exception {
    var product =
        ProvenProduct.start(TestProduct.folder(), runner -> runner.classTransformer(transformer));
    try (var statement = product.superuser().createStatement()) {
      statement.execute("alter role hekax_app bypassrls");
    }
    return product;
  }
}
