package com.hekax.phone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.accounts.closing.Erasures;
import com.hekax.phone.contracts.OrganizationErasing;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Nothing of an organization is erased before all have given back what it has elsewhere. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ErasureTest {

  @Test
  void an_erasure_waits_for_every_worker_that_hears_of_it_and_for_nobody_else() {
    var waitedFor =
        StackTemplate.domains()
            .flatMap(
                domain ->
                    domain
                        .resources("AWS::Events::Rule")
                        .filter(
                            rule ->
                                rule.property("EventPattern", "detail-type")
                                    .texts()
                                    .contains(OrganizationErasing.class.getSimpleName())))
            .map(rule -> rule.id().replaceFirst("Rule$", "Worker"));

    assertThat(waitedFor).containsExactlyInAnyOrderElementsOf(Erasures.GIVE_BACK);
  }
}
