package com.hekax.phone.scenarios.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.scenarios.TestProduct;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every route, asked with keys of all kinds and by members who must take a second step first. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyProbesTest {

  @Test
  @SuppressWarnings("SystemOut") // The figure is for whoever runs the tests.
  void a_key_opens_what_its_scopes_say_and_a_restricted_member_their_own_account()
      throws Exception {
    try (var product = ProvenProduct.start(TestProduct.folder(), change -> change)) {
      var probes = KeyProbes.of(product, product.routes());

      System.out.printf(
          "Keys: %d routes, %d probes, %d findings%n",
          product.routes().size(), probes.probes(), probes.findings().size());
      assertThat(probes.findings()).isEmpty();
      assertThat(probes.probes()).isGreaterThan(product.routes().size() * 4);
    }
  }

  @Test
  void routes_that_ask_for_another_scope_and_forget_who_is_restricted_are_seen() throws Exception {
    var kept = Set.of(Permission.PUBLIC, Permission.CALL, Permission.OWN_ACCOUNT);
    try (var product =
        ProvenProduct.start(
            TestProduct.folder(),
            runner -> runner.classTransformer(Locks.lowered(Permission.OWN_ACCOUNT, kept)))) {
      assertThat(KeyProbes.of(product, some(product)).findings())
          .contains("GET /api/leads as a restricted member answered 200")
          .anyMatch(finding -> finding.startsWith("GET /api/leads does not let in its scope"));
    }
    try (var product =
        ProvenProduct.start(
            TestProduct.folder(),
            runner -> runner.classTransformer(Locks.lowered(Permission.LEADS_READ, kept)))) {
      assertThat(KeyProbes.of(product, some(product)).findings())
          .contains("GET /api/calls without its scope answered 200")
          .contains("GET /api/receptionist with a key answered 200");
    }
  }

  private static List<ProbedRoute> some(ProvenProduct product) {
    var names = Set.of("GET /api/leads", "GET /api/calls", "GET /api/receptionist");
    return product.routes().stream().filter(route -> names.contains(route.name())).toList();
  }
}
